/** The content of the sources: the entries with their files, and the findings about the rest. */
@NullMarked
package io.devfile.registry.catalog;

import org.jspecify.annotations.NullMarked;
