package io.devfile.registry.icon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests for icons at remotes. */
class RemoteIconsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private volatile String answer = RawServer.ok("image/svg+xml", ExampleIcons.SVG);
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private ContentStore store;
    private FetchGuard guard;
    private RemoteFiles files;
    private RawServer server;
    private IconCache cache;
    private Catalog catalog;
    private String address;

    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @BeforeEach
    void open() throws Exception {
        store = ContentStore.open(directory.resolve("content"));
        guard = FetchGuard.open(List.of("127.0.0.1"), null, false);
        files = new RemoteFiles(guard);
        serve((request, out) -> out.write(ExampleIcons.bytes(answer)));
        cache = IconCache.open(directory.resolve("icons.json"), store, files, clock);
    }

    @AfterEach
    void close() throws IOException {
        cache.close();
        files.close();
        server.close();
    }

    private void serve(RawServer.Answer how) throws IOException {
        if (server != null) {
            server.close();
        }
        server = new RawServer(how);
        address = "http://127.0.0.1:" + server.port() + "/go.svg";
        catalog = ExampleIcons.naming(address, address, address);
    }

    private void restart() {
        cache.close();
        cache = IconCache.open(directory.resolve("icons.json"), store, files, clock);
    }

    private Icons fetched() throws InterruptedException {
        cache.fetch(catalog, TIMEOUT);
        return cache.read(catalog);
    }

    private static String warning(Icons icons) {
        assertThat(icons.findings()).hasSize(1);
        return icons.findings().get(0).toString();
    }

    @Test
    void areFetchedOnceForAllThatNameThem() throws Exception {
        Icons icons = fetched();

        IconFile icon = icons.local(address).orElseThrow();
        assertThat(icon.type()).isEqualTo(ImageType.SVG);
        assertThat(store.read(icon.file())).isEqualTo(ExampleIcons.bytes(ExampleIcons.SVG));
        assertThat(icons.withDigest(icon.digest().hex())).contains(icon);
        assertThat(icons.findings()).isEmpty();
        assertThat(server.requests()).hasSize(1);
        assertThat(fetched()).isEqualTo(icons);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/octet-stream", "image/png", "application/xml"})
    void areWhatTheirContentSays(String type) throws Exception {
        answer = RawServer.ok(type, ExampleIcons.SVG);

        assertThat(fetched().local(address).orElseThrow().mediaType()).isEqualTo("image/svg+xml");
    }

    @Test
    void areNoneWhereAPageComesInstead() throws Exception {
        answer = RawServer.ok("text/html", ExampleIcons.SVG);
        assertThat(warning(fetched()))
                .startsWith("WARNING ours: stacks/go: The icon " + address + " of go cannot be used. ")
                .contains("it is of type text/html");

        answer = RawServer.ok("image/png", "<html>");
        now = now.plus(Duration.ofHours(1));
        assertThat(warning(fetched())).contains("not a PNG, SVG, JPEG, GIF or WebP image");
        assertThat(cache.read(catalog).files()).isEmpty();
    }

    @Test
    void areMissedWhereTheyAreNotFound() throws Exception {
        answer = "HTTP/1.1 404 Not Found\r\n\r\n";

        assertThat(warning(fetched())).contains("status 404");
        fetched();
        assertThat(server.requests()).as("a failure is remembered").hasSize(1);

        answer = RawServer.ok("image/svg+xml", ExampleIcons.SVG);
        now = now.plus(Duration.ofHours(1));
        assertThat(fetched().findings()).isEmpty();
        assertThat(cache.read(catalog).local(address)).isPresent();
    }

    @Test
    void areTooLargeAtSomePoint() throws Exception {
        answer = RawServer.ok("image/svg+xml", ExampleIcons.svg("x".repeat(IconReader.SIZE_LIMIT)));

        assertThat(warning(fetched())).contains("larger than 524288 bytes");
    }

    @Test
    void areNotFetchedFromInsideOfTheNetwork() throws Exception {
        catalog = ExampleIcons.naming("http://127.0.0.2:" + server.port() + "/go.svg");

        assertThat(warning(fetched())).contains("a loopback address");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void areAskedForAgainAfterADayAndKeptWhereTheyAreTheSame() throws Exception {
        answer = "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: " + ExampleIcons.SVG.length() + "\r\n\r\n"
                + ExampleIcons.SVG;
        Icons icons = fetched();
        answer = "HTTP/1.1 304 Not Modified\r\n\r\n";
        now = now.plus(Duration.ofHours(23));
        assertThat(fetched()).isEqualTo(icons);
        assertThat(server.requests()).hasSize(1);

        now = now.plus(Duration.ofHours(1));
        assertThat(fetched()).isEqualTo(icons);
        assertThat(server.requests()).hasSize(2).last().asString().contains("If-None-Match: \"1\"");
        fetched();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void areReplacedWhereTheyHaveChanged() throws Exception {
        Icons before = fetched();
        answer = RawServer.ok("image/svg+xml", ExampleIcons.svg("alert(2)"));
        now = now.plus(Duration.ofDays(1));

        Icons after = fetched();
        assertThat(after.local(address)).isPresent().isNotEqualTo(before.local(address));
        assertThat(after.fingerprint()).isNotEqualTo(before.fingerprint());
    }

    @Test
    void areKeptWhereTheNetworkFailsLater() throws Exception {
        Icons icons = fetched();
        answer = "HTTP/1.1 503 Unavailable\r\n\r\n";
        now = now.plus(Duration.ofDays(1));

        assertThat(fetched()).isEqualTo(icons);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void areKeptButToldOfWhereTheyAreGoneLater() throws Exception {
        Icons icons = fetched();
        answer = "HTTP/1.1 404 Not Found\r\n\r\n";
        now = now.plus(Duration.ofDays(1));

        assertThat(fetched().files()).isEqualTo(icons.files());
        assertThat(warning(cache.read(catalog))).contains("status 404", "The previous icon is still shown.");
    }

    @Test
    void surviveARestart() throws Exception {
        Icons icons = fetched();
        restart();

        assertThat(cache.read(catalog)).isEqualTo(icons);
        assertThat(fetched()).isEqualTo(icons);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void surviveARestartAsFailuresToo() throws Exception {
        answer = "HTTP/1.1 404 Not Found\r\n\r\n";
        Icons icons = fetched();
        restart();

        assertThat(fetched()).isEqualTo(icons);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"format\":2}",
                "{\"format\":1,\"icons\":[{}]}",
                "{\"format\":1,\"icons\":[null]}"
            })
    void areFetchedAgainWhereWhatIsNotedIsDamaged(String damaged) throws Exception {
        Icons icons = fetched();
        cache.close();
        Files.writeString(directory.resolve("icons.json"), damaged);
        restart();

        assertThat(cache.read(catalog)).isEqualTo(Icons.NONE);
        assertThat(fetched()).isEqualTo(icons);
    }

    @Test
    void areFetchedAgainWhereTheirContentIsDamagedOrGone() throws Exception {
        Icons icons = fetched();
        Path content = directory.resolve(
                "content/sha256-" + icons.local(address).orElseThrow().digest().hex());
        Files.writeString(content, ExampleIcons.svg("alert(3)"));
        restart();
        assertThat(fetched()).isEqualTo(icons);
        assertThat(server.requests()).hasSize(2);

        store.retainOnly(Set.of());
        assertThat(cache.read(catalog)).isEqualTo(Icons.NONE);
        assertThat(fetched()).isEqualTo(icons);
    }

    @Test
    void areForgottenWhereNobodyNamesThem() throws Exception {
        fetched();
        Set<Object> kept = new HashSet<>(cache.content().toList());
        assertThat(kept).hasSize(1);

        cache.retain(List.of(ExampleIcons.naming("https://elsewhere.test/x.svg")));

        assertThat(cache.content()).isEmpty();
    }

    @Test
    void joinLaterWhereTheyTakeLonger() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        serve((request, out) -> {
            release.await();
            out.write(ExampleIcons.bytes(answer));
        });

        Optional<Duration> again = cache.fetch(catalog, Duration.ofMillis(50));
        assertThat(again).hasValueSatisfying(wait -> assertThat(wait).isLessThan(Duration.ofMinutes(1)));
        assertThat(cache.read(catalog)).isEqualTo(Icons.NONE);

        release.countDown();
        await().untilAsserted(
                        () -> assertThat(cache.read(catalog).local(address)).isPresent());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void areFetchedSeveralAtATime() throws Exception {
        CountDownLatch four = new CountDownLatch(4);
        serve((request, out) -> {
            four.countDown();
            four.await();
            out.write(ExampleIcons.bytes(answer));
        });
        catalog = ExampleIcons.naming(address, address + "?1", address + "?2", address + "?3");

        assertThat(fetched().files()).hasSize(4);
    }

    @Test
    void areNotWaitedForWhereTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> cache.fetch(catalog, TIMEOUT)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void areNotFetchedOfflineAndNotMissed() throws Exception {
        Icons icons = fetched();
        cache.close();
        cache = IconCache.offline(directory.resolve("icons.json"), store);
        now = now.plus(Duration.ofDays(7));
        Catalog other = ExampleIcons.naming(address + "?other");

        assertThat(cache.fetch(catalog, TIMEOUT)).isEmpty();
        assertThat(cache.fetch(other, TIMEOUT)).isEmpty();
        assertThat(cache.read(catalog)).isEqualTo(icons);
        assertThat(cache.read(other)).isEqualTo(Icons.NONE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void needNothingWhereNoneIsNamed() throws Exception {
        assertThat(cache.fetch(ExampleIcons.naming("", "logo.svg"), TIMEOUT)).isEmpty();
    }
}
