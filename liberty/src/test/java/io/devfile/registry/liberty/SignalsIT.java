package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a running registry: metrics, the access log, logs as JSON, traces, and IDs of requests. */
class SignalsIT {

    private static final Pattern METRIC = Pattern.compile("\\b(?:registry|index_http|jvm|process)_[a-z_]+\\b");

    private static final AtomicReference<String> TRACES = new AtomicReference<>("");

    private static final List<String> EVENTS = new CopyOnWriteArrayList<>();

    @TempDir
    static Path directory;

    private static HttpServer collector;
    private static RegistryServer server;
    private static Http metrics;
    private static Http http;

    @BeforeAll
    static void start() throws Exception {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
            TRACES.accumulateAndGet(body, String::concat);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.createContext("/events", exchange -> {
            EVENTS.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        collector.start();
        int port = RegistryServer.freePort();
        server = new RegistryServer(directory)
                .with("REGISTRY_METRICS", "true")
                .with("REGISTRY_METRICS_PORT", Integer.toString(port))
                .with("REGISTRY_ACCESS_LOG", "true")
                .with("REGISTRY_URL", "https://registry.example.com")
                .with(
                        "REGISTRY_EVENTS_URL",
                        "http://localhost:" + collector.getAddress().getPort() + "/events")
                .with("REGISTRY_TELEMETRY", "true")
                .with("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
                .with(
                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                        "http://localhost:" + collector.getAddress().getPort())
                .with("OTEL_BSP_SCHEDULE_DELAY", "100")
                .with("WLP_LOGGING_CONSOLE_FORMAT", "json")
                .with("WLP_LOGGING_CONSOLE_SOURCE", "message,accessLog");
        server.startAndAwaitReady();
        http = server.http();
        metrics = new Http(URI.create("http://localhost:" + port));
    }

    @AfterAll
    static void stop() {
        server.close();
        collector.stop(0);
    }

    private static String scrape() {
        HttpResponse<byte[]> response = metrics.get("/metrics");
        assertThat(response.statusCode()).isEqualTo(200);
        return Http.text(response);
    }

    @Test
    void requestsAreCountedByRouteAndStatusOnThePortOfTheMetricsOnly() {
        http.get("/v2index?name=go");
        http.get("/devfiles/go");
        http.get("/v2/devfile-catalog/go/manifests/2.0.0");
        assertThat(scrape())
                .contains("index_http_request_duration_seconds_count{status=\"200\"}")
                .contains("registry_http_request_duration_seconds_count{route=\"devfiles\",status=\"200\"}")
                .contains("registry_http_request_duration_seconds_count{route=\"manifests\",status=\"200\"}")
                .contains("registry_entries{type=\"stack\"}", "registry_backend_failing 0.0");
        assertThat(http.status("/metrics")).isEqualTo(404);
    }

    @Test
    void addressesThatClientsMakeUpDoNotAddSeries() {
        http.get("/made-up");
        http.get("/devfiles/made-up");
        long before =
                scrape().lines().filter(line -> line.contains("http_request")).count();
        for (int i = 0; i < 1000; i++) {
            http.get(i % 2 == 0 ? "/made-up-" + i + "/x" : "/devfiles/made-up-" + i);
        }
        assertThat(scrape().lines()
                        .filter(line -> line.contains("http_request"))
                        .count())
                .isLessThanOrEqualTo(before + 20);
    }

    @Test
    void everyMetricOfTheDashboardAndTheAlertsExists() throws Exception {
        http.get("/v2index");
        http.get("/viewer/none");
        // a fetch of content over the network, which only other content has
        Set<String> known = names(scrape());
        known.addAll(Set.of("registry_remote_fetch_duration_seconds_count"));
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("registry.root"), "deploy/monitoring"))) {
            for (Path file : files.toList()) {
                used.addAll(names(Files.readString(file)));
            }
        }
        assertThat(used).hasSizeGreaterThan(10);
        assertThat(known).containsAll(used);
    }

    private static Set<String> names(String text) {
        return METRIC.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aRequestHasOneIdInItsResponseAndInTheAccessLog() throws Exception {
        String given = "from-a-proxy.1";
        assertThat(id(http.get("/v2index?name=id", "X-Request-ID", given))).isEqualTo(given);
        assertThat(id(http.get("/v2index?name=id", "X-Request-ID", "not safe\"")))
                .matches("[0-9a-f]{16}")
                .isNotEqualTo(id(http.get("/v2index?name=id")));
        assertThat(id(http.get("/nothing"))).matches("[0-9a-f]{16}");
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(server.console().lines())
                        .anyMatch(line -> line.startsWith("{")
                                && line.contains("\"liberty_accesslog\"")
                                && line.contains(given)));
        assertThat(server.console()).doesNotContain(RegistryServer.TOKEN);
    }

    private static String id(HttpResponse<byte[]> response) {
        assertThat(response.headers().allValues("X-Request-ID")).hasSize(1);
        return response.headers().firstValue("X-Request-ID").orElseThrow();
    }

    @Test
    void useIsReportedToTheReceiverOfEvents() {
        http.get("/v2index/sample?name=nothing", "Client", "a-client", "User", "u1", "Locale", "en-GB");
        http.get("/v2index/sample?name=nothing");
        http.get("/devfiles/nodejs/3.0.0");
        http.get("/devfiles/nodejs/starter-projects/hello-api");
        http.get("/v2/devfile-catalog/nodejs/manifests/3.0.0");
        http.get("/devfiles/absent-stack");

        await().untilAsserted(() -> assertThat(EVENTS)
                .anyMatch(event -> event.contains("\"io.devfile.registry.use.list\"")
                        && event.contains(
                                "{\"type\":\"sample\",\"user\":\"u1\",\"client\":\"a-client\",\"locale\":\"en-GB\"}"))
                .anyMatch(event -> event.contains("{\"type\":\"sample\"}"))
                .anyMatch(event -> event.contains("use.view\"") && event.contains("\"nodejs/3.0.0\""))
                .anyMatch(event -> event.contains("use.starter-project\"") && event.contains("hello-api"))
                .anyMatch(event -> event.contains("use.download\"") && event.contains("\"nodejs/3.0.0\"")));
        assertThat(EVENTS).noneMatch(event -> event.contains("absent-stack"));
    }

    @Test
    void tracesAreSentToTheCollector() {
        http.get("/v2index?name=traced");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(TRACES.get()).contains("devfile-registry", "/v2index"));
    }
}
