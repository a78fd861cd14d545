/**
 * What content names at remotes, as trees of files: of a commit, or of a zip. Fetched through the guard, kept as zips under
 * what never changes, and given out again while a remote fails.
 */
@NullMarked
package io.devfile.registry.remote;

import org.jspecify.annotations.NullMarked;
