/** Common parts of all web pages: URLs, icons, and the display of text and times. */
@NullMarked
package io.devfile.registry.viewer.page;

import org.jspecify.annotations.NullMarked;
