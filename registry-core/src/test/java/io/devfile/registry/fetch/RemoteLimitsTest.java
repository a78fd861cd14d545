package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.fetch.FetchException.Kind;
import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What remotes may do wrong. */
class RemoteLimitsTest extends RemoteFilesFixture {

    @Test
    void areNeverAskedForWithValidatorsThatCannotBeSent() {
        assertThat(Validators.of("\"\u0001\r\nEvil: 1\"", null)).isEqualTo(Validators.NONE);
    }

    @Test
    void doNotWaitForTheContentOfAFailure() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 404 No\r\nContent-Length: 5000000000\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            new CountDownLatch(1).await();
        });

        assertThat(failure(request(server)).kind()).isEqualTo(Kind.NOT_FOUND);
    }

    @Test
    void areNotTakenInACodingThatNobodyAskedFor() throws IOException {
        RawServer server = server("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello");

        assertThat(failure(request(server)).kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void areTooLargeByTheirLength() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 5000000000\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            new CountDownLatch(1).await();
        });

        FetchException failure = failure(request(server));
        assertThat(failure.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(failure).hasMessageContaining("larger than 1000 bytes");
    }

    @Test
    @Timeout(20)
    void areTooLargeWhereTheirChunksNeverEnd() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write("a\r\n0123456789\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        });

        assertThat(failure(request(server)).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void areTooLargeWhereTheyNeverEnd() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(new byte[1000]);
            }
        });

        assertThat(failure(request(server)).kind()).isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void failWhereTheyAreShorterThanTheySay() throws IOException {
        FetchException failure = failure(request(server("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello")));

        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("broke");
    }

    @Test
    void endWhereTheySayAlsoWhenMoreFollows() throws Exception {
        assertThat(fetch(request(server("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello, world"))))
                .isEqualTo(new Fetched.Content<>("hello", "", Validators.NONE));
    }

    @Test
    void timeOutAlsoWhereTheyTrickle() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write('x');
                out.flush();
                new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
            }
        });

        FetchException failure =
                failure(FetchRequest.of("http://a.test:" + server.port() + "/", 1_000_000, Duration.ofMillis(500)));
        assertThat(failure.kind()).isEqualTo(Kind.TIMED_OUT);
        assertThat(failure).hasMessageContaining("longer than 0.5 seconds");
    }

    @Test
    void failWhereTheHeadNeverEnds() throws IOException {
        RawServer server = server((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write("X-Flood: 1\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        });

        assertThat(failure(request(server)).kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void failWhereNobodyListensOrNobodyKnowsTheName() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0)) {
            port = closed.getLocalPort();
        }

        assertThat(failure(request("http://a.test:" + port + "/")).kind()).isEqualTo(Kind.FAILED);
        assertThat(failure(request("https://a.test:" + port + "/")).kind()).isEqualTo(Kind.FAILED);
        assertThat(failure(request("http://unknown.example/")))
                .hasMessageContaining("the host name unknown.example cannot be resolved");
        assertThat(failure(request("https://unknown.example/")))
                .hasMessageContaining("the host name unknown.example cannot be resolved");
    }

    @Test
    void leaveNothingInTheContentStoreWhereTheyCannotBeHad() throws Exception {
        ContentStore store = ContentStore.open(directory.resolve("content"));
        RawServer missing = server("HTTP/1.1 404 No\r\n\r\n");
        RawServer cut = server("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello");
        RawServer large = server("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(2000));
        RawServer known = server("HTTP/1.1 304 Not Modified\r\n\r\n");

        assertThatThrownBy(() -> files.store(request(missing), store)).isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> files.store(request(cut), store)).isInstanceOf(FetchException.class);
        assertThatThrownBy(() -> files.store(request(large), store))
                .isInstanceOfSatisfying(
                        FetchException.class, e -> assertThat(e.kind()).isEqualTo(Kind.TOO_LARGE));
        assertThat(files.store(request(known).unless(new Validators("\"1\"", "")), store))
                .isInstanceOf(Fetched.NotModified.class);
        assertThat(contents()).isZero();
    }

    @Test
    void endAtOnceWhereTheThreadIsInterrupted() throws Exception {
        RawServer silent = server((request, out) -> new CountDownLatch(1).await());
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                files.bytes(request(silent));
            } catch (FetchException | InterruptedException e) {
                ended.complete(e);
            }
        });
        thread.start();
        await().until(() -> !silent.requests().isEmpty());

        thread.interrupt();

        assertThat(ended.join()).isInstanceOf(InterruptedException.class);
    }
}
