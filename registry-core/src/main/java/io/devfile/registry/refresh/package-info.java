/** Starts the registry and keeps following its sources. */
@NullMarked
package io.devfile.registry.refresh;

import org.jspecify.annotations.NullMarked;
