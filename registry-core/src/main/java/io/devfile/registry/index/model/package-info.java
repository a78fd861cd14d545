/** The entries of the index as immutable values: what the catalog reads, and what REST and the viewer show. */
@NullMarked
package io.devfile.registry.index.model;

import org.jspecify.annotations.NullMarked;
