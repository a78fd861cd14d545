package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.fetch.FetchException.Kind;
import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where remote files are not fetched from. */
class RemotePolicyTest extends RemoteFilesFixture {

    @Test
    void areRefusedInsideOfTheNetwork() throws IOException {
        RawServer server = server(RawServer.ok("text/plain", "hello"));

        for (String address : List.of("http://b.test", "https://b.test", "http://127.0.0.1", "http://[::1]")) {
            FetchException failure = failure(request(address + ":" + server.port() + "/"));
            assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure).hasMessageContaining("a loopback address, which only registry.fetch.allow can permit");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void areRefusedWhereARedirectLeadsInside() throws IOException {
        RawServer inside = server(RawServer.ok("text/plain", "secret"));
        RawServer server = server("HTTP/1.1 302 Found\r\nLocation: http://b.test:" + inside.port() + "/\r\n\r\n");

        assertThat(failure(request(server)).kind()).isEqualTo(Kind.REFUSED);
        assertThat(inside.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void areFetchedFromWhereTheyAreRedirectedTo(int status) throws Exception {
        RawServer server = server((request, out) -> {
            String answer = request.startsWith("GET /file ")
                    ? "HTTP/1.1 " + status + " There\r\nLocation: ../there?a=b#c\r\nContent-Length: 3\r\n\r\nxyz"
                    : RawServer.ok("text/plain", "hello");
            out.write(answer.getBytes(StandardCharsets.ISO_8859_1));
        });

        assertThat(fetch(request(server))).isInstanceOf(Fetched.Content.class);
        assertThat(server.requests())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("GET /file "),
                        second -> assertThat(second).contains("there?a=b HTTP/1.1"));
    }

    @Test
    void areNotFetchedInCircles() throws IOException {
        RawServer server = server("HTTP/1.1 302 Found\r\nLocation: /file\r\n\r\n");

        FetchException failure = failure(request(server));
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure).hasMessageContaining("redirects more than 5 times");
        assertThat(server.requests()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.test/",
                "file:///etc/passwd",
                "http://me:secret@a.test/",
                "http://",
                "javascript:x",
                "http://127.1/",
                "http:a"
            })
    void areNotFetchedFromWhereARedirectMustNotLead(String location) throws IOException {
        RawServer server = server("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\n\r\n");

        assertThat(failure(request(server)))
                .hasMessageNotContaining("secret")
                .extracting(FetchException::kind)
                .isIn(Kind.REFUSED, Kind.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.test/logo.svg",
                "file:///etc/passwd",
                "jar:http://a.test/x!/y",
                "logo.svg",
                "//a.test/logo.svg",
                "http://me:secret@a.test/",
                "http:///logo.svg",
                "http://a.test:0/",
                "http://a.test:70000/",
                "http://a b/",
                "http://[fe80::1%25eth0]/",
                ""
            })
    void areRefusedWhereTheAddressIsNone(String address) {
        assertThat(failure(request(address)))
                .hasMessageNotContaining("secret")
                .extracting(FetchException::kind)
                .isIn(Kind.REFUSED, Kind.FAILED);
    }

    @Test
    void failWithoutTellingTheQuery() throws IOException {
        RawServer server = server("HTTP/1.1 500 No\r\n\r\n");

        assertThat(failure(request("http://a.test:" + server.port() + "/file?token=secret")))
                .hasMessageContaining("/file,")
                .hasMessageNotContaining("secret");
    }

    @Test
    void areNotFetchedFromHttpWhereTheyBeganWithHttps() throws Exception {
        SSLContext tls = TestCertificate.in(directory);
        ServerSocket listener =
                tls.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        RawServer server = new RawServer(
                listener,
                (request, out) -> out.write("HTTP/1.1 302 Found\r\nLocation: http://a.test/\r\n\r\n"
                        .getBytes(StandardCharsets.ISO_8859_1)));
        servers.add(server);

        try (RemoteFiles trusting = new RemoteFiles(guard, tls)) {
            assertThatThrownBy(() -> trusting.bytes(request("https://a.test:" + server.port() + "/file")))
                    .hasMessageContaining("from https to http");
        }
    }

    @Test
    void areRefusedWhereTheRegistryIsOffline() throws Exception {
        RawServer server = server(RawServer.ok("text/plain", "hello"));
        try (RemoteFiles none = new RemoteFiles(FetchGuard.open(List.of("127.0.0.1"), null, true))) {
            assertThatThrownBy(() -> none.bytes(request("http://127.0.0.1:" + server.port() + "/")))
                    .hasMessageContaining("registry.offline is true");
        }
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void areFetchedFromTheAddressThatWasCheckedAndNoOther() throws Exception {
        RawServer server = server(RawServer.ok("text/plain", "hello"));
        Iterator<String> answers = List.of("127.0.0.1", "169.254.169.254").iterator();
        FetchGuard rebinding = FetchGuard.of(
                List.of("127.0.0.1"),
                null,
                false,
                name -> List.of(Host.tryParseAddress(answers.next()).orElseThrow()));

        try (RemoteFiles fetching = new RemoteFiles(rebinding)) {
            assertThat(fetching.bytes(request("http://rebinding.example:" + server.port() + "/")))
                    .isInstanceOf(Fetched.Content.class);
        }
        assertThat(answers.next()).isEqualTo("169.254.169.254");
    }

    @Test
    void areFetchedThroughTheProxyOfTheOperator() throws Exception {
        RawServer proxy = server(RawServer.ok("text/plain", "hello"));
        FetchGuard chained = FetchGuard.open(List.of(), URI.create("http://127.0.0.1:" + proxy.port()), false);

        try (RemoteFiles fetching = new RemoteFiles(chained)) {
            assertThat(fetching.bytes(request("http://innocent.example/x?y"))).isInstanceOf(Fetched.Content.class);
            for (String inside :
                    List.of("http://127.0.0.1:1/", "http://localhost/", "https://metadata.google.internal/")) {
                assertThatThrownBy(() -> fetching.bytes(request(inside)))
                        .isInstanceOfSatisfying(
                                FetchException.class,
                                failure -> assertThat(failure.kind()).isEqualTo(Kind.REFUSED));
            }
        }
        assertThat(proxy.requests())
                .singleElement()
                .asString()
                .startsWith("GET http://innocent.example/x?y HTTP/1.1\r\n");
    }
}
