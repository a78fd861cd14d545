package io.devfile.registry.catalog.read;

import io.devfile.registry.remote.RemoteTrees;
import java.time.Duration;

/**
 * Where versions that are described by a Git reference come from. Safe for use by several threads.
 *
 * @param trees stay the caller's to close
 * @param patience how long a reading waits for all of its versions together; those that come later are read the next time
 */
public record RemoteVersions(RemoteTrees trees, Duration patience) {

    /** For a reading, or a look whether there is something to read. */
    VersionTrees begin() {
        return new VersionTrees(trees, patience);
    }
}
