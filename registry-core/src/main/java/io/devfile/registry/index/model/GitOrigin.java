package io.devfile.registry.index.model;

import java.util.Map;
import java.util.SortedMap;

/**
 * The Git repository of a sample or a version. Immutable; absent text is the empty string.
 *
 * @param remotes name to URL; empty if {@code url} gives the address
 */
public record GitOrigin(
        SortedMap<String, String> remotes, String url, String remoteName, String subDir, String revision) {

    public GitOrigin {
        remotes = ImmutableCopies.sorted(remotes);
    }

    /** An origin as most samples have it: remotes, and the revision to use (empty: the remote's default branch). */
    public static GitOrigin of(Map<String, String> remotes, String revision) {
        return new GitOrigin(ImmutableCopies.sorted(remotes), "", "", "", revision);
    }

    /** Whether all fields are empty; the index then leaves out the origin. */
    public boolean isEmpty() {
        return remotes.isEmpty() && url.isEmpty() && remoteName.isEmpty() && subDir.isEmpty() && revision.isEmpty();
    }
}
