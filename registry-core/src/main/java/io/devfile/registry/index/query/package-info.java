/** Queries on the index: their parameters, how they are validated, and which entries and versions match. */
@NullMarked
package io.devfile.registry.index.query;

import org.jspecify.annotations.NullMarked;
