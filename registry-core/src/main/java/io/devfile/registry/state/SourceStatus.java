package io.devfile.registry.state;

import java.time.Instant;
import java.util.Optional;

/**
 * How a source is doing.
 *
 * @param revision of what is served from it
 * @param lastSuccess when it last delivered, in this run
 * @param lastError why it last failed, where it failed since it last delivered
 * @param nextRefresh when it is asked again; empty where it is not, or was not asked yet
 */
public record SourceStatus(
        String name,
        String type,
        String location,
        Optional<String> revision,
        Optional<Instant> lastSuccess,
        Optional<String> lastError,
        Optional<Instant> nextRefresh) {

    /** A source that was not asked yet. */
    public SourceStatus(String name, String type, String location) {
        this(name, type, location, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** This status after a delivery. */
    public SourceStatus delivered(String newRevision, Instant at) {
        return new SourceStatus(
                name, type, location, Optional.of(newRevision), Optional.of(at), Optional.empty(), nextRefresh);
    }

    /** This status after a failure. */
    public SourceStatus failed(String error) {
        return new SourceStatus(name, type, location, revision, lastSuccess, Optional.of(error), nextRefresh);
    }

    /** This status with a revision that is served from an earlier run. */
    public SourceStatus serving(String keptRevision) {
        return new SourceStatus(name, type, location, Optional.of(keptRevision), lastSuccess, lastError, nextRefresh);
    }

    /** This status with the time at which it is asked again. */
    public SourceStatus next(Optional<Instant> at) {
        return new SourceStatus(name, type, location, revision, lastSuccess, lastError, at);
    }
}
