/** The catalogue: search, facets, and the pages that show the results. */
@NullMarked
package io.devfile.registry.viewer.catalogue;

import org.jspecify.annotations.NullMarked;
