/** Starts the registry in the server. */
@NullMarked
package io.devfile.registry.boot;

import org.jspecify.annotations.NullMarked;
