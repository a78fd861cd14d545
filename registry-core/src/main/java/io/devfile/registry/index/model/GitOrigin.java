package io.devfile.registry.index.model;

import java.util.Map;
import java.util.SortedMap;

/**
 * The Git repository that a sample, or a version, comes from. Immutable; absent text is the empty string.
 *
 * @param remotes name to URL; empty where {@code url} says it
 */
public record GitOrigin(
        SortedMap<String, String> remotes, String url, String remoteName, String subDir, String revision) {

    public GitOrigin {
        remotes = Frozen.sorted(remotes);
    }

    /** As most samples have it: remotes, and the revision to take (empty: the remote's default branch). */
    public static GitOrigin of(Map<String, String> remotes, String revision) {
        return new GitOrigin(Frozen.sorted(remotes), "", "", "", revision);
    }

    /** Whether nothing at all is known; the index then leaves it out. */
    public boolean isEmpty() {
        return remotes.isEmpty() && url.isEmpty() && remoteName.isEmpty() && subDir.isEmpty() && revision.isEmpty();
    }
}
