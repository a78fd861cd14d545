package io.devfile.registry.source.archive;

import static io.devfile.registry.source.archive.ArchiveFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ArchiveDownloadTest {

    @TempDir
    private Path scratch;

    private ArchiveFixture fixture;
    private ArchiveServer server;
    private byte[] archive;

    @BeforeEach
    void start() throws IOException {
        fixture = new ArchiveFixture(scratch);
        server = new ArchiveServer();
        archive = Archives.gzip(Archives.tar(Map.of("stacks/go/devfile.yaml", "a: 1\n")));
        server.serve(archive);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void nothingIsDownloadedTwice() throws Exception {
        try (StackSource source = source()) {
            source.fetch().close();
            source.fetch().close();
        }
        assertThat(statuses()).containsExactly(200, 304);
    }

    @Test
    void norAfterARestart() throws Exception {
        try (StackSource source = source()) {
            source.fetch().close();
        }
        try (StackSource source = source();
                Snapshot snapshot = source.fetch()) {
            assertThat(read(snapshot, "stacks/go/devfile.yaml")).isEqualTo("a: 1\n");
        }
        assertThat(statuses()).containsExactly(200, 304);
    }

    @Test
    void whatWasDamagedWhileTheServerWasDownIsDownloadedAgain() throws Exception {
        for (String file : List.of("archive", "archive.properties")) {
            try (StackSource source = source()) {
                source.fetch().close();
            }
            Files.writeString(fixture.work().resolve("download").resolve(file), "damaged\\u00");
            try (StackSource source = source();
                    Snapshot snapshot = source.fetch()) {
                assertThat(read(snapshot, "stacks/go/devfile.yaml")).isEqualTo("a: 1\n");
            }
        }
        assertThat(statuses()).containsExactly(200, 200, 304, 200);
    }

    @Test
    void anotherAddressIsAnotherArchive() throws Exception {
        try (StackSource source = source()) {
            source.fetch().close();
        }
        try (StackSource source = source("url", server.url() + "?ref=next")) {
            source.fetch().close();
        }
        assertThat(statuses()).containsExactly(200, 200);
    }

    @Test
    void aMirrorWithoutValidatorsIsReadEachTime() throws Exception {
        server.behave(exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive);
        });
        try (StackSource source = source();
                Snapshot first = source.fetch();
                Snapshot second = source.fetch()) {
            assertThat(second.revision()).isEqualTo(first.revision());
            assertThat(second.root()).isEqualTo(first.root());
            // nothing was asked that this could be an answer to
            server.answer(304);
            assertFails(source).withMessageContaining("responded with 304");
        }
    }

    @Test
    void anArchiveThatIsRefusedIsNotDownloadedAgain() throws Exception {
        server.serve(Archives.zip(Map.of("../evil", "x")));
        try (StackSource source = source()) {
            assertFails(source).withMessageContaining("contains the part");
            assertFails(source).withMessageContaining("contains the part");
            server.serve(archive);
            source.fetch().close();
        }
        assertThat(statuses()).containsExactly(200, 304, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "401, asks for credentials",
        "403, asks for credentials",
        "404, nothing at this address",
        "500, responded with 500",
        "304, responded with 304",
        "204, responded with 204"
    })
    void otherAnswersAreErrors(int status, String reason) throws Exception {
        server.answer(status);
        try (StackSource source = source()) {
            assertFails(source).withMessageContaining(reason).withMessageContaining(server.url());
        }
    }

    @Test
    void anHtmlPageIsAnError() throws Exception {
        server.serve("<!DOCTYPE html><html>Sign in</html>".getBytes(StandardCharsets.UTF_8));
        try (StackSource source = source()) {
            assertFails(source).withMessageContaining("HTML page");
        }
    }

    @Test
    void whatBreaksOffIsNotTakenForGood() throws Exception {
        server.behave(exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive, 0, archive.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("broken off");
        });
        try (StackSource source = source()) {
            assertFails(source).withMessageContaining("broke");
            server.serve(archive);
            source.fetch().close();
        }
    }

    @Test
    void aServerThatFallsSilentIsNotWaitedForLong() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        for (boolean begun : new boolean[] {false, true}) {
            server.behave(exchange -> {
                if (begun) {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                }
                awaitQuietly(end);
            });
            try (StackSource source = source("timeout", "PT0.3S")) {
                assertFails(source).withMessageContaining("in time");
            }
        }
        end.countDown();
    }

    @Test
    void aServerThatTrickles() throws Exception {
        server.behave(exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            try {
                while (true) {
                    exchange.getResponseBody().write(1);
                    exchange.getResponseBody().flush();
                    awaitQuietly(new CountDownLatch(1), Duration.ofMillis(20));
                }
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        });
        try (StackSource source = source("timeout", "PT0.1S")) {
            assertFails(source).withMessageContaining("was not complete in time");
        }
    }

    @Test
    void anInterruptEndsADownloadWithinASecond() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        server.behave(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            begun.countDown();
            awaitQuietly(end);
        });
        AtomicReference<Object> outcome = new AtomicReference<>();
        try (StackSource source = source()) {
            Thread fetching = new Thread(() -> {
                try {
                    source.fetch().close();
                    outcome.set("delivered");
                } catch (SourceException e) {
                    outcome.set(e.reason() + Thread.currentThread().isInterrupted());
                }
            });
            fetching.start();
            begun.await();
            fetching.interrupt();
            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(outcome).hasValue("it was interruptedtrue"));
        }
        end.countDown();
    }

    @Test
    void moreThanIsAllowedIsNotDownloaded() throws Exception {
        server.behave(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            try {
                while (true) {
                    exchange.getResponseBody().write(block);
                }
            } catch (IOException e) {
                assertThat(e).isNotNull();
            }
        });
        try (StackSource source = source("max-size", "1M")) {
            assertFails(source).withMessageContaining("more than 1048576 bytes");
        }
        assertThat(fixture.work().resolve("download")).isEmptyDirectory();
    }

    @Test
    void credentialsAreSentInTheFormThatIsSet() throws Exception {
        try (StackSource source = source("username", "me", "password", "sesame")) {
            source.fetch().close();
        }
        Path token = Files.writeString(scratch.resolve("token"), "t0ken\n");
        try (StackSource source = source("token-file", token.toString())) {
            source.fetch().close();
        }
        assertThat(server.requests().stream()
                        .map(request -> request.authorization().orElse("")))
                .containsExactly(
                        "Basic " + Base64.getEncoder().encodeToString("me:sesame".getBytes(StandardCharsets.UTF_8)),
                        "Bearer t0ken");
    }

    @Test
    void refusedCredentialsAreAnErrorThatDoesNotTellThem() throws Exception {
        server.answer(401);
        try (StackSource source = source("username", "me", "password", "sesame")) {
            assertFails(source).withMessageContaining("refuses the credentials").withMessageNotContaining("sesame");
        }
    }

    @Test
    void aMissingFileOfCredentialsIsAnErrorOfTheFetch() throws Exception {
        try (StackSource source =
                source("token-file", scratch.resolve("no-such").toString())) {
            assertFails(source).withMessageContaining("no-such");
        }
    }

    @Test
    void redirectsAreFollowedWithoutCredentialsToAnotherServer() throws Exception {
        try (ArchiveServer other = new ArchiveServer()) {
            other.serve(archive);
            server.behave(exchange -> {
                if (exchange.getRequestURI().getPath().equals("/moved")) {
                    ArchiveServer.redirect(exchange, other.url() + "?signature=s3cret");
                } else {
                    ArchiveServer.redirect(exchange, "/moved");
                }
            });
            try (StackSource source = source("token", "t0ken")) {
                source.fetch().close();
                source.fetch().close();
            }
            assertThat(server.requests())
                    .hasSize(4)
                    .allMatch(request -> request.authorization().isPresent());
            assertThat(other.requests())
                    .hasSize(2)
                    .allMatch(request -> request.authorization().isEmpty());
            assertThat(other.requests().get(1).status()).isEqualTo(304);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/stacks.tar.gz, more than 5 times",
        "ftp://localhost/x, not http or https",
        "'http://[', not an address"
    })
    void otherRedirectsAreErrors(String location, String reason) throws Exception {
        server.behave(exchange -> ArchiveServer.redirect(exchange, location));
        try (StackSource source = source()) {
            assertFails(source).withMessageContaining(reason);
        }
    }

    @Test
    void aServerThatIsNotThereIsAnError() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (StackSource source = source("url", "http://localhost:" + port + "/a.zip?signature=s3cret")) {
            assertFails(source)
                    .withMessageContaining("does not accept connections")
                    .withMessageNotContaining("s3cret");
            assertThat(source.location()).isEqualTo("http://localhost:" + port + "/a.zip");
        }
        try (StackSource source = source("url", "http://no-such-host.invalid/a.zip")) {
            assertFails(source).withMessageContaining("the server");
        }
    }

    @Test
    void aProxyIsAskedInstead() throws Exception {
        try (StackSource source =
                source("url", "http://stacks.invalid/a.tar.gz", "proxy", "http://localhost:" + server.port())) {
            source.fetch().close();
        }
        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.target()).isEqualTo("http://stacks.invalid/a.tar.gz"));
    }

    @Test
    void anOfflineRegistryOpensNoConnection() throws Exception {
        PluginSettings settings = new PluginSettings("registry.source.test.", Map.of("url", server.url()));
        try (StackSource source =
                new ArchiveSourceProvider().create(new PluginContext("test", settings, fixture.work(), true))) {
            assertFails(source).withMessageContaining("offline");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aServerThatAPrivateAuthorityVouchesForIsTrustedWhereThatIsSet() throws Exception {
        TestAuthority authority = TestAuthority.create(scratch);
        try (ArchiveServer secure = new ArchiveServer(authority.context())) {
            secure.serve(archive);
            try (StackSource source =
                    source("url", secure.url(), "ca", authority.certificate().toString())) {
                source.fetch().close();
            }
            try (StackSource source = source("url", secure.url())) {
                assertFails(source).withMessageContaining("is not trusted");
            }
        }
    }

    private List<Integer> statuses() {
        await().until(() -> !server.requests().isEmpty());
        return server.requests().stream().map(ArchiveServer.Request::status).toList();
    }

    private StackSource source(String... more) throws SettingException {
        Map<String, String> settings = new HashMap<>(Map.of("url", server.url()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return fixture.source(settings);
    }

    private static ThrowableAssertAlternative<SourceException> assertFails(StackSource source) {
        return assertThatExceptionOfType(SourceException.class)
                .isThrownBy(source::fetch)
                .satisfies(e -> assertThat(Optional.of(e.remedy()))
                        .hasValueSatisfying(remedy -> assertThat(remedy).endsWith(".")));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        awaitQuietly(latch, Duration.ofSeconds(30));
    }

    private static void awaitQuietly(CountDownLatch latch, Duration time) {
        try {
            latch.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
