package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients and servers may do wrong. */
class GuardHostilityTest extends FetchGuardFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /relative HTTP/1.1\r\n\r\n",
                "GET ftp://a.test/ HTTP/1.1\r\n\r\n",
                "GET https://a.test/ HTTP/1.1\r\n\r\n",
                "GET http:///nothing HTTP/1.1\r\n\r\n",
                "GET http://a.test:99999/ HTTP/1.1\r\n\r\n",
                "GET http://127.1/ HTTP/1.1\r\n\r\n",
                "GET http://2130706433/ HTTP/1.1\r\n\r\n",
                "GET http://a.test/ HTTP/2\r\n\r\n",
                "GET  http://a.test/ HTTP/1.1\r\n\r\n",
                "GET http://a.test/ HTTP/1.1\r\nno colon\r\n\r\n",
                "GET http://a.test/ HTTP/1.1\r\nName : x\r\n\r\n",
                "GET http://a.test/ HTTP/1.1\r\nName: x\ry\r\n\r\n",
                "GET http://a.test/ HTTP/1.1\r\nName: x\r\n folded: y z\r\n\r\n",
                "CONNECT a.test HTTP/1.1\r\n\r\n",
                "CONNECT a.test:0 HTTP/1.1\r\n\r\n",
                "CONNECT http://a.test:80 HTTP/1.1\r\n\r\n",
                "CONNECT 0x7f.1:80 HTTP/1.1\r\n\r\n",
                "\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n"
            })
    void understandsNothingElse(String request) throws IOException {
        assertThat(say(request)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void endsHeadsThatNeverEnd() throws IOException {
        assertThat(say("GET http://a.test/ HTTP/1.1\r\nX-Flood: " + "1".repeat(Wire.HEAD_LIMIT) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(say("GET http://a.test/ HTTP/1.1\r\n" + "A: 1\r\n".repeat(300) + "\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void waitsForNobodyForEver() throws IOException {
        guard.close();
        guard = GuardFixture.guard(Duration.ofMillis(300), "a.test");
        try (RawServer silent = new RawServer((request, out) -> new CountDownLatch(1).await())) {
            assertThat(say("GET http://a.test/ HT")).isEmpty();
            assertThat(say("GET http://a.test:" + silent.port() + "/ HTTP/1.1\r\n\r\n"))
                    .isEmpty();
            assertThat(say("CONNECT a.test:" + silent.port() + " HTTP/1.1\r\n\r\n"))
                    .isEqualTo("HTTP/1.1 200 OK\r\n\r\n");
        }
    }

    @Test
    void closesATunnelToAServerThatNoLongerReadsAlsoWhereItHasSaidAll() throws IOException {
        guard.close();
        guard = GuardFixture.guard(Duration.ofMillis(300), "a.test");
        try (ServerSocket deaf = new ServerSocket(0, 1, guard.address().getAddress());
                Socket client =
                        new Socket(guard.address().getAddress(), guard.address().getPort())) {
            client.getOutputStream()
                    .write(("CONNECT a.test:" + deaf.getLocalPort() + " HTTP/1.1\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            try (Socket accepted = deaf.accept()) {
                accepted.shutdownOutput();
                byte[] much = new byte[1 << 20];

                assertThatThrownBy(() -> {
                            while (true) {
                                client.getOutputStream().write(much);
                            }
                        })
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void tellsAServerThatSpeaksNoHttp() throws IOException, InterruptedException {
        try (RawServer rude = RawServer.answering("220 mail.test ESMTP\r\n\r\n")) {
            HttpResponse<String> answer = get("http://a.test:" + rude.port() + "/");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).contains("no HTTP");
        }
    }

    @Test
    void endsAnAnswerWhoseHeadNeverEnds() throws IOException, InterruptedException {
        try (RawServer flood = new RawServer((request, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write("X-Flood: 1\r\n".getBytes(StandardCharsets.ISO_8859_1));
            }
        })) {
            assertThat(get("http://a.test:" + flood.port() + "/").statusCode()).isEqualTo(502);
        }
    }
}
