/** What all web pages are made of: addresses, icons, text and times as they are shown. */
@NullMarked
package io.devfile.registry.viewer.page;

import org.jspecify.annotations.NullMarked;
