package io.devfile.registry.health;

import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.SourceStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Up if there is a state to serve. Failed sources and refreshes are shown in the data, but the check stays up. Its data
 * is public, so it contains only states, counts and revisions; {@code /api/status} shows what fails, and where.
 */
@Readiness
@ApplicationScoped
public class StateCheck implements HealthCheck {

    private final Clock clock = Clock.systemUTC();

    @Inject
    private Registry registry;

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("state");
        boolean up =
                registry.state().isPresent() && registry.status().startFailure().isEmpty();
        response.status(up);
        response.withData("start", state(registry.status().startFailure().isEmpty()));
        response.withData("refresh", state(registry.status().refreshFailure().isEmpty()));
        registry.status().lastRefresh().ifPresent(at -> response.withData("lastRefresh", at.toString()));
        registry.state().ifPresent(state -> describe(state, response));
        for (SourceStatus source : registry.status().sources()) {
            describe(source, response);
        }
        return response.build();
    }

    private void describe(RegistryState state, HealthCheckResponseBuilder response) {
        response.withData("digest", state.digest().toString())
                .withData("builtAt", state.builtAt().toString())
                .withData(
                        "ageSeconds",
                        Duration.between(state.builtAt(), clock.instant()).toSeconds())
                .withData("fromEarlierRun", state.restored())
                .withData("stacks", count(state, EntryType.STACK))
                .withData("samples", count(state, EntryType.SAMPLE))
                .withData(
                        "versions",
                        state.index().entries().stream()
                                .mapToLong(entry -> entry.versions().size())
                                .sum())
                .withData("errors", count(state, Severity.ERROR))
                .withData("warnings", count(state, Severity.WARNING));
    }

    private static void describe(SourceStatus source, HealthCheckResponseBuilder response) {
        String prefix = "source." + source.name() + ".";
        response.withData(prefix + "type", source.type());
        response.withData(prefix + "state", state(source.lastError() == null));
        if (source.revision() != null) {
            response.withData(prefix + "revision", source.revision());
        }
        if (source.lastSuccess() != null) {
            response.withData(prefix + "lastSuccess", source.lastSuccess().toString());
        }
        if (source.nextRefresh() != null) {
            response.withData(prefix + "nextRefresh", source.nextRefresh().toString());
        }
    }

    static String state(boolean works) {
        return works ? "ok" : "failing";
    }

    private static long count(RegistryState state, EntryType type) {
        return state.index().entries().stream()
                .filter(entry -> entry.type() == type)
                .count();
    }

    private static long count(RegistryState state, Severity severity) {
        return state.catalog().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }
}
