/** The entries of the index as immutable values: the catalog creates them, and REST and the viewer show them. */
@NullMarked
package io.devfile.registry.index.model;

import org.jspecify.annotations.NullMarked;
