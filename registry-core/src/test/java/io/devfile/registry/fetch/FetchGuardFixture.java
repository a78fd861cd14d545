package io.devfile.registry.fetch;

import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A guard that lets {@code a.test} be reached, which is this machine, and a server there. */
abstract class FetchGuardFixture {

    RawServer server;
    FetchGuard guard;

    @BeforeEach
    void open() throws IOException {
        server = RawServer.answering(RawServer.ok("text/plain", "hello"));
        guard = GuardFixture.guard("a.test");
    }

    @AfterEach
    void close() throws IOException {
        guard.close();
        server.close();
    }

    HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(guard.address()))
                .build();
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client().send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Sends text as it is, and gives all that is answered. */
    String say(String text) throws IOException {
        try (Socket socket =
                new Socket(guard.address().getAddress(), guard.address().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
