/** What the sources have: entries with the files that belong to them, and what is wrong with the rest. */
@NullMarked
package io.devfile.registry.catalog;

import org.jspecify.annotations.NullMarked;
