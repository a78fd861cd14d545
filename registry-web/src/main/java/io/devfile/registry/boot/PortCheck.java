package io.devfile.registry.boot;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds out whether this server, and no other process, answers on its port. A server that cannot listen on its port
 * continues to run, and nothing else would detect this.
 */
final class PortCheck {

    private static final int TIMEOUT_MILLIS = 5_000;
    /** Five minutes: a server with little CPU may take long until it answers at all. */
    private static final int ATTEMPTS = 300;

    private final int port;
    private final String identity;

    /** @param identity what this server, and no other, answers at {@code /api/identity} */
    PortCheck(int port, String identity) {
        this.port = port;
        this.identity = identity;
    }

    /** Why this server does not answer on its port; empty if it does. */
    Optional<String> problem() throws InterruptedException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<String> answer = ask();
            if (answer.isPresent()) {
                return answer.get().equals(identity)
                        ? Optional.empty()
                        : Optional.of("Tried to listen on port " + port
                                + ", but another process uses it. Stop that process, or set registry.http.port to a"
                                + " port that is free.");
            }
            Thread.sleep(1_000);
        }
        return Optional.of("Tried to listen on port " + port
                + ", but this server does not respond there. Set registry.http.port to a port that the server"
                + " may use, and see the"
                + " log.");
    }

    /** The response on the port; empty while there is no valid response. */
    private Optional<String> ask() {
        try {
            URI address = URI.create("http://127.0.0.1:" + port + "/api/identity");
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            // this server itself answers with another status while it starts
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            return Optional.of(new String(
                    connection.getInputStream().readNBytes(identity.length() + 1), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
