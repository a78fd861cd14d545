/** Finds plugins and makes the configured instances of them. */
@NullMarked
package io.devfile.registry.plugin;

import org.jspecify.annotations.NullMarked;
