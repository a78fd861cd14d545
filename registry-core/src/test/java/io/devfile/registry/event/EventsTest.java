package io.devfile.registry.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.devfile.registry.change.Change;
import io.devfile.registry.fixture.CapturedLog;
import io.devfile.registry.fixture.ManualClock;
import io.devfile.registry.settings.EventConfiguration;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.model.Digest;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EventsTest {

    private static final Instant TIME = Instant.parse("2025-01-02T03:04:05Z");

    private final CapturedLog log = new CapturedLog(Events.class.getName());
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile boolean holding;
    private HttpServer server;
    private @Nullable Events events;

    private record Received(Headers headers, byte[] body) {
        JsonObject json() {
            return Json.createReader(new ByteArrayInputStream(body)).readObject();
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new Received(
                    exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
            if (holding) {
                awaitRelease();
            }
            Integer status = statuses.poll();
            exchange.sendResponseHeaders(status != null ? status : 202, -1);
            exchange.close();
        });
        server.start();
    }

    private void awaitRelease() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        held.countDown();
        if (events != null) {
            events.close();
        }
        server.stop(0);
        log.close();
    }

    private Events open(@Nullable String secret) throws SettingException {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/events");
        Secret signing = secret == null
                ? null
                : new PluginSettings("registry.", Map.of("events.secret", secret))
                        .secret("events.secret")
                        .orElseThrow();
        URI source = URI.create("https://registry.example.com");
        events = new Events(new EventConfiguration(url, signing, source), new ManualClock(), Duration.ofMillis(1));
        return events;
    }

    private static Change change(String name) {
        Digest digest = Digest.of(name.getBytes(StandardCharsets.UTF_8));
        return new Change(Change.ADDED, "stack", name, "1.0.0", digest, "devfile-catalog/" + name, TIME);
    }

    private void awaitReceived(int count) {
        await().until(() -> received.size() >= count);
    }

    @Test
    void changesAndUseArriveAsCloudEvents() throws Exception {
        open(null).changed(List.of(change("go")));
        events.used("view", Map.of("name", "go", "client", "odo"));
        awaitReceived(2);

        assertThat(received.get(0).headers().getFirst("Content-Type")).startsWith("application/cloudevents+json");
        JsonObject added = received.get(0).json();
        assertThat(added.getString("specversion")).isEqualTo("1.0");
        assertThat(added.getString("type")).isEqualTo("io.devfile.registry.version.added");
        assertThat(added.getString("source")).isEqualTo("https://registry.example.com");
        assertThat(added.getString("subject")).isEqualTo("go/1.0.0");
        assertThat(added.getString("time")).isEqualTo("2025-01-02T03:04:05Z");
        assertThat(added.getJsonObject("data").getString("repository")).isEqualTo("devfile-catalog/go");
        JsonObject viewed = received.get(1).json();
        assertThat(viewed.getString("type")).isEqualTo("io.devfile.registry.use.view");
        assertThat(viewed.getString("id")).isNotEqualTo(added.getString("id"));
        assertThat(viewed.getJsonObject("data").getString("client")).isEqualTo("odo");
    }

    @Test
    void theSignatureIsThatOfStandardWebhooks() throws Exception {
        byte[] key = {1, 2, 3};
        open("whsec_" + Base64.getEncoder().encodeToString(key)).used("list", Map.of());
        awaitReceived(1);

        Headers headers = received.get(0).headers();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + ".")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(headers.getFirst("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder()
                                .encodeToString(mac.doFinal(received.get(0).body())));
        assertThat(headers.getFirst("webhook-id"))
                .isEqualTo(received.get(0).json().getString("id"));
    }

    @Test
    void anEventIsSentAgainUntilItIsTakenAndKeepsItsId() throws Exception {
        statuses.addAll(List.of(503, 429, 500));
        open(null).changed(List.of(change("go"), change("java")));
        awaitReceived(5);

        assertThat(received.subList(0, 4))
                .extracting(one -> one.json().getString("id"))
                .containsOnly(received.get(0).json().getString("id"));
        assertThat(received.get(4).json().getString("subject")).isEqualTo("java/1.0.0");
    }

    @Test
    void anEventThatIsRefusedDoesNotHoldUpTheNext() throws Exception {
        statuses.add(400);
        open(null).changed(List.of(change("go"), change("java")));
        awaitReceived(2);

        assertThat(received.get(1).json().getString("subject")).isEqualTo("java/1.0.0");
        assertThat(log.messages(Level.WARNING)).singleElement().asString().contains("status 400", "go/1.0.0");
        statuses.addAll(List.of(400, 400, 400));
        events.changed(List.of(change("a"), change("b"), change("c"), change("d")));
        awaitReceived(6);
        assertThat(log.messages(Level.WARNING)).hasSize(2);
    }

    @Test
    void aSecretWithoutAKeyIsReported() throws Exception {
        open("whsec_").used("list", Map.of());
        await().until(() -> !log.messages(Level.WARNING).isEmpty());
        assertThat(log.messages(Level.WARNING)).first().asString().contains("registry.events.secret");
        assertThat(received).isEmpty();
    }

    @Test
    void reportingNeverWaitsForASilentReceiver() throws Exception {
        holding = true;
        open(null);
        for (int i = 0; i < 2 * Events.QUEUED; i++) {
            events.used("list", Map.of());
        }
        // use leaves space for changes
        events.changed(List.of(change("go")));
        assertThat(received).hasSizeLessThanOrEqualTo(1);
        holding = false;
        held.countDown();
        awaitReceived(Events.QUEUED / 2);
        await().until(() ->
                received.get(received.size() - 1).json().getString("type").endsWith(".added"));
    }
}
