/** Directories that store fetched content, for snapshots. */
@NullMarked
package io.devfile.registry.toolkit.snapshot;

import org.jspecify.annotations.NullMarked;
