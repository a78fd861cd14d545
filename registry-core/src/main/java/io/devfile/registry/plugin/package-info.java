/** Finds plugins and creates the configured instances of them. */
@NullMarked
package io.devfile.registry.plugin;

import org.jspecify.annotations.NullMarked;
