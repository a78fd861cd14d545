package io.devfile.registry.source.git;

import static io.devfile.registry.source.git.GitFixture.assertFails;
import static io.devfile.registry.source.git.GitFixture.fetchAndRead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that use the git or http protocol, correctly and incorrectly. */
@Timeout(90)
class GitServersTest {

    private static final String STACK = "stacks/go/devfile.yaml";

    @TempDir
    private Path scratch;

    private GitFixture fixture;
    private GitOrigin origin;
    private GitHttpServer server;
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void start() throws IOException {
        fixture = new GitFixture(scratch);
        origin = GitOrigin.create(scratch.resolve("base/origin"));
        origin.write(STACK, "a: 1\n");
        server = new GitHttpServer(scratch.resolve("base"));
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.close();
    }

    @Test
    void aDaemonIsFollowed() throws Exception {
        try (GitDaemon daemon = new GitDaemon(scratch.resolve("base"));
                StackSource source = fixture.source(daemon.url("origin"), "timeout", "PT2S")) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
            origin.write(STACK, "a: 2\n");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 2\n");
            try (StackSource none = fixture.source(daemon.url("none"), "timeout", "PT2S")) {
                assertFails(none);
            }
        }
    }

    @Test
    void aServerThatIsGoneIsAnErrorUntilItIsBack() throws Exception {
        try (GitDaemon daemon = new GitDaemon(scratch.resolve("base"));
                StackSource source = fixture.source(daemon.url("origin"))) {
            source.fetch().close();
            daemon.kill();
            await().untilAsserted(() -> assertFails(source).withMessageContaining("does not accept connections"));
        }
    }

    @Test
    void httpIsFollowedAndAskedOnceWhereThereIsNoNews() throws Exception {
        try (StackSource source = fixture.source(server.url("origin"))) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
            origin.write(STACK, "a: 2\n");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 2\n");
            int before = server.requests().size();
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 2\n");
            assertThat(server.requests().subList(before, server.requests().size()))
                    .as("capabilities, and the reference")
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void aCommitThatIsNotATipIsFetchedFromServersOfBothProtocols(boolean modern, boolean shallow) throws Exception {
        String first = origin.head();
        origin.write(STACK, "a: 2\n");
        if (!modern) {
            server.behave(server::serveFormerProtocol);
        }
        String[] more = shallow ? new String[] {"ref", first, "depth", "1"} : new String[] {"ref", first};
        try (StackSource source = fixture.source(server.url("origin"), more)) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
    }

    @Test
    void credentialsAreGivenToWhoAsksForThem() throws Exception {
        server.protect("me", "sesame");
        try (StackSource source = fixture.source(server.url("origin"), "username", "me", "password", "sesame")) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
        server.protect("oauth2", "t0ken");
        Path token = Files.writeString(scratch.resolve("token"), "t0ken\n");
        try (StackSource source = fixture.source(server.url("origin"), "token-file", token.toString())) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
    }

    @Test
    void missingCredentialsAreAnErrorAtOnce() throws Exception {
        server.protect("me", "sesame");
        try (StackSource source = fixture.source(server.url("origin"))) {
            assertFails(source).withMessageContaining("asks for credentials, and none are set");
        }
    }

    @Test
    void refusedCredentialsAreAnErrorThatDoesNotTellThem() throws Exception {
        server.protect("me", "sesame");
        try (StackSource source = fixture.source(server.url("origin"), "username", "me", "password", "wr0ng")) {
            assertFails(source).withMessageContaining("refuses the credentials").withMessageNotContaining("wr0ng");
        }
        try (StackSource source = fixture.source(
                server.url("origin"), "token-file", scratch.resolve("no-such").toString())) {
            assertFails(source).withMessageContaining("no-such");
        }
    }

    @Test
    void credentialsDoNotFollowARedirectToAnotherServer() throws Exception {
        server.protect("me", "sesame");
        try (GitHttpServer other = new GitHttpServer(scratch.resolve("base"))) {
            server.behave(exchange -> {
                exchange.getResponseHeaders()
                        .set("Location", "http://localhost:" + other.port() + exchange.getRequestURI());
                exchange.sendResponseHeaders(302, -1);
            });
            try (StackSource source = fixture.source(server.url("origin"), "username", "me", "password", "sesame")) {
                assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
            }
            other.protect("me", "sesame");
            origin.write(STACK, "a: 2\n");
            try (StackSource source = fixture.source(server.url("origin"), "username", "me", "password", "sesame")) {
                assertFails(source);
            }
            assertThat(other.requests())
                    .isNotEmpty()
                    .allMatch(request -> request.authorization().isEmpty());
        }
    }

    static Stream<GitHttpServer.Behaviour> webPages() {
        return Stream.of(
                exchange -> page(exchange, 200, "text/html; charset=utf-8"),
                exchange -> page(exchange, 200, "text/plain"),
                exchange -> page(exchange, 404, "text/html"),
                exchange -> page(exchange, 403, "text/html"),
                exchange -> page(exchange, 500, "text/html"),
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/login");
                    exchange.sendResponseHeaders(302, -1);
                });
    }

    @ParameterizedTest
    @MethodSource("webPages")
    void aWebPageIsNoRepository(GitHttpServer.Behaviour behaviour) throws Exception {
        server.behave(behaviour);
        try (StackSource source = fixture.source(server.url("origin"))) {
            assertFails(source).withMessageContaining(server.url("origin"));
        }
        assertThat(server.requests()).hasSizeLessThan(3);
    }

    @Test
    void anHtmlPageIsSaidToBeOne() throws Exception {
        server.behave(exchange -> page(exchange, 200, "text/html"));
        try (StackSource source = fixture.source(server.url("origin"))) {
            assertFails(source).withMessageContaining("HTML page");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "git"})
    void aServerThatHangsIsNotWaitedForLong(String scheme) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                StackSource source = fixture.source(
                        scheme + "://127.0.0.1:" + silent.getLocalPort() + "/origin", "timeout", "PT1S")) {
            long before = System.nanoTime();
            assertFails(source).withMessageContaining("silent for 1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void aServerThatHangsInMidTransferIsNotWaitedForLong() throws Exception {
        server.behave(exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("0".getBytes(StandardCharsets.US_ASCII));
                exchange.getResponseBody().flush();
                hang();
            } else {
                server.serve(exchange);
            }
        });
        try (StackSource source = fixture.source(server.url("origin"), "timeout", "PT1S")) {
            assertFails(source).withMessageContaining("silent for 1 s");
        }
    }

    @Test
    void aTransferThatBreaksOffIsMadeAgain() throws Exception {
        server.behave(exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write("0014".getBytes(StandardCharsets.US_ASCII));
                throw new IOException("broken off");
            }
            server.serve(exchange);
        });
        try (StackSource source = fixture.source(server.url("origin"))) {
            assertFails(source);
            server.behave(server::serve);
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
    }

    @Test
    void whatIsMoreThanAllowedIsNotFetched() throws Exception {
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        Files.write(origin.directory().resolve("noise"), noise);
        origin.commit("Noise");
        server.behave(exchange -> {
            if (server.requests().size() > 2) {
                server.serveSome(exchange, 2 << 20, end);
            } else {
                server.serve(exchange);
            }
        });
        try (StackSource source = fixture.source(server.url("origin"), "max-size", "1M")) {
            assertFails(source).withMessageContaining("more than 1048576 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "git"})
    void anInterruptEndsAFetchWithinASecond(String scheme) throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                StackSource source = fixture.source(scheme + "://127.0.0.1:" + silent.getLocalPort() + "/origin")) {
            Thread accepting = new Thread(() -> {
                try (Socket socket = silent.accept()) {
                    assertThat(socket.isConnected()).isTrue();
                    reached.countDown();
                    hang();
                } catch (IOException e) {
                    assertThat(e).isNotNull();
                }
            });
            accepting.start();
            AtomicReference<String> outcome = new AtomicReference<>();
            Thread fetching = new Thread(() -> {
                try {
                    source.fetch().close();
                } catch (SourceException e) {
                    outcome.set(e.reason() + " " + Thread.currentThread().isInterrupted());
                }
            });
            fetching.start();
            reached.await();
            fetching.interrupt();
            await().atMost(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(outcome).hasValue("it was interrupted true"));
            end.countDown();
            accepting.join();
        }
    }

    @Test
    void aFetchCanBeMadeAgainAfterAnInterrupt() throws Exception {
        CountDownLatch reached = new CountDownLatch(1);
        server.behave(exchange -> {
            reached.countDown();
            hang();
        });
        try (StackSource source = fixture.source(server.url("origin"))) {
            Thread fetching = new Thread(() -> assertFails(source));
            fetching.start();
            reached.await();
            fetching.interrupt();
            fetching.join();
            end.countDown();
            server.behave(server::serve);
            await().atMost(Duration.ofSeconds(5))
                    .untilAsserted(() -> assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n"));
        }
    }

    @Test
    void aServerThatIsNotThereIsAnError() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        for (String url : List.of("http://localhost:" + port + "/x", "git://localhost:" + port + "/x")) {
            try (StackSource source = fixture.source(url)) {
                assertFails(source).withMessageContaining("does not accept connections");
            }
        }
        try (StackSource source = fixture.source("http://no-such-host.invalid/x")) {
            assertFails(source).withMessageContaining("name cannot be resolved");
        }
    }

    @Test
    void aProxyIsAskedInstead() throws Exception {
        server.behave(exchange -> {
            URI asked = exchange.getRequestURI();
            server.serve(exchange, URI.create(asked.getRawPath() + "?" + asked.getRawQuery()));
        });
        try (StackSource source =
                fixture.source("http://git.invalid/origin", "proxy", "http://localhost:" + server.port())) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
        assertThat(server.requests()).allMatch(request -> request.target().startsWith("http://git.invalid/"));
    }

    @Test
    void aServerThatAPrivateAuthorityVouchesForIsTrustedWhereThatIsSet() throws Exception {
        TestAuthority authority = TestAuthority.create(scratch);
        try (GitHttpServer secure = new GitHttpServer(scratch.resolve("base"), authority.context())) {
            String url = secure.url("origin");
            try (StackSource source =
                    fixture.source(url, "ca", authority.certificate().toString())) {
                assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
            }
            try (StackSource source = fixture.source(url)) {
                assertFails(source).withMessageContaining("no trusted connection");
            }
            try (StackSource source =
                    fixture.source(url, "ca", scratch.resolve("no-such").toString())) {
                assertFails(source).withMessageContaining("no-such");
            }
        }
    }

    private static void page(HttpExchange exchange, int status, String type) throws IOException {
        byte[] page = "<!DOCTYPE html><html>Sign in</html>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    private void hang() {
        try {
            end.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
