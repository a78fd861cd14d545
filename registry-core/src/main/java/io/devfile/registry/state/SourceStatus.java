package io.devfile.registry.state;

import java.time.Instant;
import java.util.Optional;

/**
 * The status of a source.
 *
 * @param revision the revision that is being served
 * @param lastSuccess when the source last delivered, in this run
 * @param lastError why the source last failed, if it has failed since its last delivery
 * @param nextRefresh when the source is asked again; empty if it is not asked again, or was not asked yet
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

    /** This status with the time at which the source is asked again. */
    public SourceStatus next(Optional<Instant> at) {
        return new SourceStatus(name, type, location, revision, lastSuccess, lastError, at);
    }
}
