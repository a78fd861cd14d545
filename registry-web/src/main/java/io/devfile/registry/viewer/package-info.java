/** The web pages: their URLs, and how they are rendered, cached and sent. */
@NullMarked
package io.devfile.registry.viewer;

import org.jspecify.annotations.NullMarked;
