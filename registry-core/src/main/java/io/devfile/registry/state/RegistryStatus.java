package io.devfile.registry.state;

import io.devfile.registry.spi.oci.Damage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The status of the registry, for health checks and the status page. Safe for use by several threads. */
public class RegistryStatus {

    private final String identity = UUID.randomUUID().toString();
    private final Map<String, SourceStatus> sources = new LinkedHashMap<>();
    private @Nullable String startFailure;
    private @Nullable String refreshFailure;
    private @Nullable Instant lastRefresh;
    private @Nullable ScrubStatus lastScrub;

    /** A unique id of this run of this server. */
    public String identity() {
        return identity;
    }

    /** Why the registry could not start; an operator must fix this. */
    public synchronized Optional<String> startFailure() {
        return Optional.ofNullable(startFailure);
    }

    public synchronized void startFailed(String why) {
        startFailure = why;
    }

    /** Why the last refresh did not publish the new content. */
    public synchronized Optional<String> refreshFailure() {
        return Optional.ofNullable(refreshFailure);
    }

    public synchronized void refreshFailed(String why) {
        refreshFailure = why;
    }

    /** When a refresh last finished successfully, with or without new content. */
    public synchronized Optional<Instant> lastRefresh() {
        return Optional.ofNullable(lastRefresh);
    }

    public synchronized void refreshed(Instant at) {
        lastRefresh = at;
        refreshFailure = null;
    }

    /** The result of the last verification of the backend. */
    public synchronized Optional<ScrubStatus> lastScrub() {
        return Optional.ofNullable(lastScrub);
    }

    public synchronized void scrubbed(List<Damage> damages, Instant at) {
        lastScrub = new ScrubStatus(at, damages, null);
    }

    public synchronized void scrubFailed(String why, Instant at) {
        lastScrub = new ScrubStatus(at, List.of(), why);
    }

    /** The sources in order of precedence. */
    public synchronized List<SourceStatus> sources() {
        return new ArrayList<>(sources.values());
    }

    public synchronized void add(SourceStatus source) {
        sources.put(source.name(), source);
    }

    public synchronized void update(String source, UnaryOperator<SourceStatus> change) {
        sources.computeIfPresent(source, (name, status) -> change.apply(status));
    }
}
