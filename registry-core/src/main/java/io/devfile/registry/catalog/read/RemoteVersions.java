package io.devfile.registry.catalog.read;

import io.devfile.registry.remote.RemoteTrees;
import java.time.Duration;

/**
 * Provides the versions that are described by a Git reference. Safe for use by several threads.
 *
 * @param trees closed by the caller
 * @param timeout the timeout of a read for all of its versions together; versions that arrive later are included in
 *     the next read
 */
public record RemoteVersions(RemoteTrees trees, Duration timeout) {

    /** Starts a read, or a check whether there is something to read. */
    VersionTrees begin() {
        return new VersionTrees(trees, timeout);
    }
}
