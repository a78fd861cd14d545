/**
 * The content at remotes, as trees of files: of a commit, or of a zip. Trees are fetched through the guard, stored as
 * zips under permanent ids, and returned again while a remote fails.
 */
@NullMarked
package io.devfile.registry.remote;

import org.jspecify.annotations.NullMarked;
