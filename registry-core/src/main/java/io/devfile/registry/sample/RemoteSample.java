package io.devfile.registry.sample;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.remote.RemoteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The known data about the devfile at an address.
 *
 * @param id the id of the tree with the content; empty if nothing was read yet
 * @param content the content, including the devfile
 * @param failure why the devfile, or a newer one, is not available
 * @param due when to request it again
 */
record RemoteSample(String id, Optional<VersionContent> content, Optional<SampleFailure> failure, Instant due) {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    /** A sample about which nothing is known. */
    static final RemoteSample UNKNOWN = new RemoteSample("", Optional.empty(), Optional.empty(), Instant.EPOCH);

    boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    RemoteSample read(RemoteTree tree, VersionContent found) {
        return new RemoteSample(tree.id(), Optional.of(found), Optional.empty(), due);
    }

    /** The tree has no devfile that can be served; the previous content is dropped. */
    RemoteSample unusable(RemoteTree tree, SampleFailure why) {
        return new RemoteSample(tree.id(), Optional.empty(), Optional.of(why), due);
    }

    RemoteSample failed(SampleFailure why, Instant now) {
        return new RemoteSample(id, content, Optional.of(why), now.plus(AFTER_FAILURE));
    }

    RemoteSample confirmed(Instant now) {
        return new RemoteSample(id, content, failure, now.plus(FRESH));
    }
}
