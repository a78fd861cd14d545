package io.devfile.registry.admin;

import io.devfile.registry.catalog.finding.FindingJson;
import io.devfile.registry.publish.RegistryBackend;
import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.ScrubStatus;
import io.devfile.registry.state.SourceStatus;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code /api/status} answers. Times are in RFC 3339 format. Values that are unknown or do not apply are absent.
 *
 * @param startFailure why the registry could not start
 * @param refreshFailure why the newest content is not served
 * @param state what is served
 */
@JsonbPropertyOrder({"startFailure", "refreshFailure", "lastRefresh", "state", "sources", "backend", "findings"})
public record StatusDocument(
        @Nullable String startFailure,
        @Nullable String refreshFailure,
        @Nullable String lastRefresh,
        @Nullable State state,
        List<Source> sources,
        @Nullable Backend backend,
        List<FindingJson> findings) {

    /** What is served. */
    @JsonbPropertyOrder({"digest", "builtAt", "fromEarlierRun", "entries", "versions"})
    public record State(String digest, String builtAt, boolean fromEarlierRun, int entries, int versions) {}

    /** A source, in order of precedence. */
    @JsonbPropertyOrder({"name", "type", "location", "revision", "lastSuccess", "lastError", "nextRefresh"})
    public record Source(
            String name,
            String type,
            String location,
            @Nullable String revision,
            @Nullable String lastSuccess,
            @Nullable String lastError,
            @Nullable String nextRefresh) {}

    /** @param error why the last request to the backend failed */
    @JsonbPropertyOrder({"location", "error", "lastScrub", "scrubFailure", "damages"})
    public record Backend(
            String location,
            @Nullable String error,
            @Nullable String lastScrub,
            @Nullable String scrubFailure,
            List<String> damages) {}

    static StatusDocument of(RegistryStatus status, @Nullable RegistryState state, RegistryBackend backend) {
        return new StatusDocument(
                status.startFailure().orElse(null),
                status.refreshFailure().orElse(null),
                text(status.lastRefresh().orElse(null)),
                state != null ? state(state) : null,
                status.sources().stream().map(StatusDocument::source).toList(),
                backend.get()
                        .map(one -> backend(
                                one,
                                backend.failure().orElse(null),
                                status.lastScrub().orElse(null)))
                        .orElse(null),
                state != null ? findings(state) : List.of());
    }

    private static State state(RegistryState state) {
        return new State(
                state.digest().toString(),
                state.builtAt().toString(),
                state.restored(),
                state.index().entries().size(),
                state.index().entries().stream()
                        .mapToInt(entry -> entry.versions().size())
                        .sum());
    }

    private static Source source(SourceStatus source) {
        return new Source(
                source.name(),
                source.type(),
                source.location(),
                source.revision(),
                text(source.lastSuccess()),
                source.lastError(),
                text(source.nextRefresh()));
    }

    private static Backend backend(OciBackend backend, @Nullable String failure, @Nullable ScrubStatus scrub) {
        return new Backend(
                backend.location(),
                failure,
                scrub != null ? text(scrub.at()) : null,
                scrub != null ? scrub.failure() : null,
                scrub != null ? scrub.damages().stream().map(Damage::toString).toList() : List.of());
    }

    private static List<FindingJson> findings(RegistryState state) {
        return state.catalog().findings().stream().map(FindingJson::of).toList();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value != null ? value.toString() : null;
    }
}
