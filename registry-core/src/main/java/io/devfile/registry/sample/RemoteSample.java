package io.devfile.registry.sample;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.remote.RemoteTree;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of the devfile at an address.
 *
 * @param id of the tree that the content is of; empty where nothing was read yet
 * @param content with the devfile
 * @param failure why it, or a newer one, cannot be had
 * @param due when to ask again
 */
record RemoteSample(String id, Optional<VersionContent> content, Optional<SampleFailure> failure, Instant due) {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(10);

    /** One that nothing is known of. */
    static final RemoteSample UNKNOWN = new RemoteSample("", Optional.empty(), Optional.empty(), Instant.EPOCH);

    boolean isDue(Instant now) {
        return !due.isAfter(now);
    }

    RemoteSample read(RemoteTree tree, VersionContent found) {
        return new RemoteSample(tree.id(), Optional.of(found), Optional.empty(), due);
    }

    /** There is something, but no devfile that can be served; what was there before is of no use any more. */
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
