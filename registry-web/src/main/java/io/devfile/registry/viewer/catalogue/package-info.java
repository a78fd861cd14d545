/** The catalogue: search, facets, and the pages that show what was found. */
@NullMarked
package io.devfile.registry.viewer.catalogue;

import org.jspecify.annotations.NullMarked;
