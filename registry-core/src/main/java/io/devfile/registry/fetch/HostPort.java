package io.devfile.registry.fetch;

import java.util.Optional;

/**
 * A host and a port to connect to.
 *
 * @param port 1 to 65535
 */
record HostPort(Host host, int port) {

    static final int HIGHEST_PORT = 65_535;

    /** {@code host:port}; empty if the text has another form. */
    static Optional<HostPort> tryParse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        Optional<Integer> port = tryParsePort(text.substring(colon + 1));
        return Host.tryParse(text.substring(0, colon)).flatMap(host -> port.map(number -> new HostPort(host, number)));
    }

    static Optional<Integer> tryParsePort(String text) {
        return Optional.of(text)
                .filter(digits -> digits.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .filter(port -> port >= 1 && port <= HIGHEST_PORT);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
