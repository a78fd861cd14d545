package io.devfile.registry.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status of a source.
 *
 * @param revision the revision that is being served; null if there is none
 * @param lastSuccess when the source last delivered, in this run; null if it has not
 * @param lastError why the source last failed; null if it has not failed since its last delivery
 * @param nextRefresh when the source is asked again; null if it is not asked again, or was not asked yet
 */
public record SourceStatus(
        String name,
        String type,
        String location,
        @Nullable String revision,
        @Nullable Instant lastSuccess,
        @Nullable String lastError,
        @Nullable Instant nextRefresh) {

    /** A source that was not asked yet. */
    public SourceStatus(String name, String type, String location) {
        this(name, type, location, null, null, null, null);
    }

    /** This status after a delivery. */
    public SourceStatus delivered(String newRevision, Instant at) {
        return new SourceStatus(name, type, location, newRevision, at, null, nextRefresh);
    }

    /** This status after a failure. */
    public SourceStatus failed(String error) {
        return new SourceStatus(name, type, location, revision, lastSuccess, error, nextRefresh);
    }

    /** This status with a revision that is served from an earlier run. */
    public SourceStatus serving(String keptRevision) {
        return new SourceStatus(name, type, location, keptRevision, lastSuccess, lastError, nextRefresh);
    }

    /** This status with the time at which the source is asked again, or null. */
    public SourceStatus next(@Nullable Instant at) {
        return new SourceStatus(name, type, location, revision, lastSuccess, lastError, at);
    }
}
