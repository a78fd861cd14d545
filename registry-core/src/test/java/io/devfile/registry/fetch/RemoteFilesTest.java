package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.FetchException.Kind;
import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteFilesTest extends RemoteFilesFixture {

    @Test
    void areFetchedWithTheirTypeAndValidators() throws Exception {
        RawServer server = server("HTTP/1.1 200 OK\r\nContent-Type: Text/Plain; charset=utf-8\r\nETag: \"1\"\r\n"
                + "Last-Modified: Tue, 24 Nov 2026 00:00:00 GMT\r\nContent-Length: 5\r\n\r\nhello");

        assertThat(fetch(request(server)))
                .isEqualTo(new Fetched.Content<>(
                        "hello", "text/plain", new Validators("\"1\"", "Tue, 24 Nov 2026 00:00:00 GMT")));
    }

    @Test
    void areAskedForWithoutAnythingThatIsSecret() throws Exception {
        RawServer server = server(RawServer.ok("text/plain", "hello"));

        fetch(request(server));

        assertThat(server.requests())
                .singleElement()
                .asString()
                .startsWith("GET /file HTTP/1.1\r\nHost: a.test:" + server.port() + "\r\n")
                .doesNotContainIgnoringCase("authorization")
                .doesNotContainIgnoringCase("cookie");
    }

    @Test
    void areFetchedInChunksOfUnknownLength() throws Exception {
        RawServer server =
                server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n");

        assertThat(fetch(request(server))).isEqualTo(new Fetched.Content<>("hello", "", Validators.NONE));
    }

    @Test
    void areFetchedWithTheEndOfTheConnection() throws Exception {
        assertThat(fetch(request(server("HTTP/1.0 200 OK\r\n\r\nhello"))))
                .isEqualTo(new Fetched.Content<>("hello", "", Validators.NONE));
    }

    @Test
    void areNotFetchedAgainWhereTheyAreAtHand() throws Exception {
        RawServer server = server("HTTP/1.1 304 Not Modified\r\n\r\n");

        assertThat(fetch(request(server).unless(new Validators("\"1\"", "x")))).isEqualTo(new Fetched.NotModified<>());
        assertThat(fetch(request(server).unless(new Validators("", "Tue, 24 Nov 2026 00:00:00 GMT"))))
                .isEqualTo(new Fetched.NotModified<>());
        assertThat(server.requests())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("If-None-Match: \"1\"\r\n")
                                .doesNotContain("Since"),
                        second -> assertThat(second).contains("If-Modified-Since: Tue, 24 Nov 2026 00:00:00 GMT\r\n"));
        assertThat(failure(request(server)).kind()).isEqualTo(Kind.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void areNotFound(int status) throws IOException {
        FetchException failure = failure(request(server("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")));

        assertThat(failure.kind()).isEqualTo(Kind.NOT_FOUND);
        assertThat(failure)
                .hasMessageContaining("Tried to fetch http://a.test:")
                .hasMessageContaining("status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 206, 301, 400, 401, 403, 407, 418, 500, 502, 503})
    void failWithAnyOtherStatus(int status) throws IOException {
        assertThat(failure(request(server("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n")))
                        .kind())
                .isEqualTo(Kind.FAILED);
    }

    @Test
    void areOfATypeThatIsWanted() throws Exception {
        RawServer server = server(RawServer.ok("text/html; charset=utf-8", "<html>"));

        assertThat(failure(request(server).accepting(Set.of("image/*", "application/octet-stream"))))
                .hasMessageContaining("it is of type text/html and not application/octet-stream, image/*")
                .extracting(FetchException::kind)
                .isEqualTo(Kind.FAILED);
        assertThat(fetch(request(server).accepting(Set.of("text/*")))).isInstanceOf(Fetched.Content.class);
        assertThat(fetch(request(server).accepting(Set.of("text/html")))).isInstanceOf(Fetched.Content.class);
    }

    @Test
    void areFetchedOverTlsThroughTheGuard() throws Exception {
        SSLContext tls = TestCertificate.in(directory);
        ServerSocket listener =
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        RawServer server = new RawServer(
                listener,
                (request, out) -> out.write(RawServer.ok("text/plain", "hello").getBytes(StandardCharsets.ISO_8859_1)));
        servers.add(server);
        FetchRequest request = request("https://a.test:" + server.port() + "/file");

        assertThat(failure(request)).hasMessageContaining("is not trusted");
        try (RemoteFiles trusting = new RemoteFiles(guard, tls)) {
            assertThat(trusting.bytes(request)).isInstanceOf(Fetched.Content.class);
        }
        assertThat(server.requests())
                .last()
                .asString()
                .startsWith("GET /file HTTP/1.1")
                .doesNotContainIgnoringCase("authorization");
    }

    @Test
    void goIntoTheContentStoreAsTheyArrive() throws Exception {
        ContentStore store = ContentStore.open(directory.resolve("content"));
        RawServer server = server(RawServer.ok("application/zip", "x".repeat(900)));

        Fetched<StoredFile> fetched = files.store(request(server), store);

        assertThat(fetched)
                .isInstanceOfSatisfying(
                        Fetched.Content.class,
                        content -> assertThat(((StoredFile) content.content()).size())
                                .isEqualTo(900));
        assertThat(contents()).isEqualTo(1);
    }

    @Test
    void areFetchedByManyThreadsAtOnceEachWithItsOwnOutcome() throws Exception {
        RawServer server = server((request, out) -> {
            String path = request.split(" ")[1];
            String answer = path.startsWith("/missing")
                    ? "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"
                    : RawServer.ok("text/plain", path);
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<Future<String>> outcomes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String path = i % 3 == 0 ? "/missing/" + i : i % 3 == 1 ? "/there/" + i : "";
                String host = path.isEmpty() ? "b.test" : "a.test";
                outcomes.add(threads.submit(() -> outcome("http://" + host + ":" + server.port() + path)));
            }
            for (int i = 0; i < outcomes.size(); i++) {
                assertThat(outcomes.get(i).get())
                        .isEqualTo(i % 3 == 0 ? "NOT_FOUND" : i % 3 == 1 ? "/there/" + i : "REFUSED");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private String outcome(String address) throws InterruptedException {
        try {
            return fetch(request(address)) instanceof Fetched.Content<String> content ? content.content() : "";
        } catch (FetchException e) {
            return e.kind().name();
        }
    }
}
