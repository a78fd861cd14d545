package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class FetchGuardTest extends FetchGuardFixture {

    @Test
    void passesOnPlainRequestsWithoutWhatIsForTheProxy() throws IOException {
        String answer = say("GET http://A.test:" + server.port() + "/x/y?z=%20#f HTTP/1.1\r\nHost: elsewhere.test\r\n"
                + "Proxy-Authorization: Bearer secret\r\nProxy-Connection: keep-alive\r\nConnection: x-hop\r\n"
                + "X-Hop: 1\r\nX-End: 2\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Connection: close\r\n")
                .endsWith("\r\n\r\nhello");
        assertThat(server.requests())
                .containsExactly("GET /x/y?z=%20 HTTP/1.1\r\nHost: a.test:" + server.port()
                        + "\r\nX-End: 2\r\nConnection: close\r\n\r\n");
    }

    @Test
    void opensTunnels() throws IOException {
        try (Socket socket =
                new Socket(guard.address().getAddress(), guard.address().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("CONNECT a.test:" + server.port() + " HTTP/1.1\r\n\r\nGET /inside HTTP/1.1\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(answer)
                    .startsWith("HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200 OK\r\n")
                    .endsWith("hello");
            assertThat(server.requests()).containsExactly("GET /inside HTTP/1.1\r\n\r\n");
        }
    }

    @Test
    void opensTunnelsForProtocolsWhereTheServerSpeaksFirst() throws IOException {
        try (Socket ours = new Socket()) {
            ServerSocket ssh = new ServerSocket(0, 1, guard.address().getAddress());
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try (ssh;
                        Socket client = ssh.accept()) {
                    client.getOutputStream().write("SSH-2.0-test\r\n".getBytes(StandardCharsets.ISO_8859_1));
                    client.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            ours.connect(guard.address());
            ours.setSoTimeout(20_000);
            ours.getOutputStream()
                    .write(("CONNECT a.test:" + ssh.getLocalPort() + " HTTP/1.1\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            ours.shutdownOutput();

            assertThat(new String(ours.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .isEqualTo("HTTP/1.1 200 OK\r\n\r\nSSH-2.0-test\r\n");
            served.join();
        }
    }

    @Test
    void servesJavasClientsAlsoSeveralTimes() throws IOException, InterruptedException {
        String address = "http://a.test:" + server.port() + "/";
        HttpClient client = client();
        for (int i = 0; i < 3; i++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .isEqualTo("hello");
        }
        HttpURLConnection connection = (HttpURLConnection)
                URI.create(address).toURL().openConnection(new Proxy(Proxy.Type.HTTP, guard.address()));
        try (var in = connection.getInputStream()) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("hello");
        }
    }

    @Test
    void neverLetsAKeptConnectionServeAnotherHost() throws IOException, InterruptedException {
        try (RawServer other = RawServer.answering(RawServer.ok("text/plain", "other"));
                RawServer lasting = new RawServer((request, out) -> {
                    out.write(RawServer.ok("text/plain", "first").getBytes(StandardCharsets.ISO_8859_1));
                    out.flush();
                    // and keeps the connection open, although it was asked not to
                    new CountDownLatch(1).await();
                })) {
            HttpClient client = client();
            for (String[] one : new String[][] {{"" + lasting.port(), "first"}, {"" + other.port(), "other"}}) {
                HttpRequest request = HttpRequest.newBuilder(URI.create("http://a.test:" + one[0] + "/"))
                        .build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                                .body())
                        .isEqualTo(one[1]);
            }
        }
    }

    @Test
    void refusesWhatThePolicyRefusesWithTheReason() throws IOException, InterruptedException {
        HttpResponse<String> plain = get("http://b.test:" + server.port() + "/");

        assertThat(plain.statusCode()).isEqualTo(403);
        assertThat(plain.body()).contains("b.test has a loopback address");
        assertThat(say("CONNECT b.test:" + server.port() + " HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 403 ");
        assertThat(say("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(say("GET http://[::1]:" + server.port() + "/ HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void passesOnInterimAnswers() throws IOException {
        try (RawServer polite =
                RawServer.answering("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + RawServer.ok("a/b", "c"))) {
            assertThat(say("GET http://a.test:" + polite.port() + "/ HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n")
                    .endsWith("c");
        }
    }

    @Test
    void servesManyAtOnce() throws IOException {
        HttpClient client = client();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://a.test:" + server.port() + "/"))
                .build();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
        }

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().body()).isEqualTo("hello"));
        assertThat(server.requests()).hasSize(300);
    }

    @Test
    void endsWhatIsUnderWayWhenItIsClosed() throws IOException {
        try (RawServer silent = new RawServer((request, out) -> new CountDownLatch(1).await());
                Socket socket =
                        new Socket(guard.address().getAddress(), guard.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("CONNECT a.test:" + silent.port() + " HTTP/1.1\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().readNBytes(15)).isNotEmpty();

            guard.close();

            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            await().untilAsserted(() ->
                    assertThatThrownBy(() -> say("GET / HTTP/1.1\r\n\r\n")).isInstanceOf(IOException.class));
        }
    }

    @Test
    void chainsToTheProxyOfTheOperator() throws Exception {
        try (FetchGuard outer = GuardFixture.guard("127.0.0.1")) {
            guard.close();
            guard = FetchGuard.open(
                    List.of("c.test"),
                    Optional.of(URI.create("http://127.0.0.1:" + outer.address().getPort())),
                    false);

            assertThat(get("http://innocent.test:" + server.port() + "/x?y").body())
                    .isEqualTo("hello");
            assertThat(say("CONNECT innocent.test:" + server.port() + " HTTP/1.1\r\n\r\nGET /in HTTP/1.1\r\n\r\n"))
                    .endsWith("hello");
            assertThat(server.requests())
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("GET /x?y HTTP/1.1\r\nHost: innocent.test:"),
                            second -> assertThat(second).startsWith("GET /in "));
            // what can be seen without looking it up
            assertThat(say("CONNECT 127.0.0.1:" + server.port() + " HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(say("CONNECT metadata.google.internal:80 HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(get("http://localhost:" + server.port() + "/").statusCode())
                    .isEqualTo(403);
            // what the other proxy says
            assertThat(say("CONNECT unknown.example:80 HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 502 ")
                    .contains("registry.fetch.proxy does not connect to unknown.example:80 and answers 502");
        }
    }
}
