/** The web pages: which address has which page, and how pages are rendered, kept and sent. */
@NullMarked
package io.devfile.registry.viewer;

import org.jspecify.annotations.NullMarked;
