package io.devfile.registry.metrics;

import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.SourceStatus;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;

/** The current state, read at each request for the metrics. */
final class StateMetrics {

    private StateMetrics() {}

    static void register(Registry registry, PrometheusRegistry metrics) {
        gauge(
                metrics,
                "registry_entries",
                "Entries of the index, by type",
                "type",
                value -> registry.state().ifPresent(state -> {
                    for (EntryType type : EntryType.values()) {
                        value.call(entries(state, type), type.name().toLowerCase(Locale.ROOT));
                    }
                }));
        gauge(
                metrics,
                "registry_findings",
                "Findings in the content, by severity",
                "severity",
                value -> registry.state().ifPresent(state -> {
                    for (Severity severity : Severity.values()) {
                        value.call(findings(state, severity), severity.name().toLowerCase(Locale.ROOT));
                    }
                }));
        gauge(
                metrics,
                "registry_source_failing",
                "Whether the last fetch of a source failed",
                "source",
                value -> registry.status()
                        .sources()
                        .forEach(source -> value.call(source.lastError() == null ? 0 : 1, source.name())));
        gauge(metrics, "registry_source_success_timestamp_seconds", "When a source last delivered", "source", value -> {
            for (SourceStatus source : registry.status().sources()) {
                if (source.lastSuccess() != null) {
                    value.call(seconds(source.lastSuccess()), source.name());
                }
            }
        });
        gauge(
                metrics,
                "registry_state_timestamp_seconds",
                "When the served state was built",
                value -> registry.state().ifPresent(state -> value.call(seconds(state.builtAt()))));
        gauge(
                metrics,
                "registry_refresh_failing",
                "Whether the last refresh failed",
                value -> value.call(registry.status().refreshFailure().isPresent() ? 1 : 0));
        gauge(
                metrics,
                "registry_backend_failing",
                "Whether the backend does not answer",
                value -> value.call(registry.backend().works() ? 0 : 1));
        gauge(
                metrics,
                "registry_backend_damages",
                "Damages that the last verification found",
                value -> registry.status()
                        .lastScrub()
                        .ifPresent(scrub -> value.call(scrub.damages().size())));
    }

    private static long entries(RegistryState state, EntryType type) {
        return state.index().entries().stream()
                .filter(entry -> entry.type() == type)
                .count();
    }

    private static long findings(RegistryState state, Severity severity) {
        return state.catalog().findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }

    private static void gauge(
            PrometheusRegistry metrics, String name, String help, Consumer<GaugeWithCallback.Callback> callback) {
        GaugeWithCallback.builder().name(name).help(help).callback(callback).register(metrics);
    }

    private static void gauge(
            PrometheusRegistry metrics,
            String name,
            String help,
            String label,
            Consumer<GaugeWithCallback.Callback> callback) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(callback)
                .register(metrics);
    }
}
