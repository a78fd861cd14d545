/** Starts the registry and keeps following its sources. */
@NullMarked
package io.devfile.registry.boot;

import org.jspecify.annotations.NullMarked;
