package io.devfile.registry.measure;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.Arrays;

/**
 * What the registry counts and times, for all parts of this program together. Labels have few values: never a name, an
 * address or anything else that content or a client determines. Thread-safe.
 */
public final class Measurements {

    private static final double[] SECONDS = {0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60};

    private static final PrometheusRegistry REGISTRY = new PrometheusRegistry();

    private static final Histogram BACKEND = timer(
                    "registry_backend_call_duration_seconds", "Calls of the backend, by its method")
            .labelNames("operation", "outcome")
            .register(REGISTRY);
    private static final Histogram FETCH = timer(
                    "registry_remote_fetch_duration_seconds", "Fetches over HTTP from addresses that content names")
            .labelNames("outcome")
            .register(REGISTRY);
    private static final Histogram REFRESH = timer(
                    "registry_refresh_duration_seconds", "Refreshes, with their publishing")
            .labelNames("outcome")
            .register(REGISTRY);

    private Measurements() {}

    /** All measurements, to which other parts of the program add theirs. */
    public static PrometheusRegistry registry() {
        return REGISTRY;
    }

    /** A histogram of durations in seconds. */
    public static Histogram.Builder timer(String name, String help) {
        return Histogram.builder()
                .name(name)
                .help(help)
                .classicOnly()
                .classicUpperBounds(Arrays.copyOf(SECONDS, SECONDS.length));
    }

    /** @param begun {@link System#nanoTime} when it began */
    public static void backendCall(String operation, boolean succeeded, long begun) {
        BACKEND.labelValues(operation, succeeded ? "ok" : "failed").observe(secondsSince(begun));
    }

    /** @param outcome one of a fixed set of words */
    public static void fetch(String outcome, long begun) {
        FETCH.labelValues(outcome).observe(secondsSince(begun));
    }

    public static void refresh(boolean succeeded, long begun) {
        REFRESH.labelValues(succeeded ? "ok" : "failed").observe(secondsSince(begun));
    }

    public static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
