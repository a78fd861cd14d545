/** Directories that keep what a source fetched, for snapshots. */
@NullMarked
package io.devfile.registry.toolkit.snapshot;

import org.jspecify.annotations.NullMarked;
