package io.devfile.registry.oci.distribution.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The server that requests are sent to.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name or address, in lower case
 * @param port never absent: the default port of the scheme if an address has none
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6454">RFC 6454</a>
 */
public record Origin(String scheme, String host, int port) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** The origin of an address, or empty if it is not an address of HTTP with a host. */
    public static Optional<Origin> of(URI address) {
        if (address.getScheme() == null || address.getHost() == null) {
            return Optional.empty();
        }
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.empty();
        }
        int usual = scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
        int port = address.getPort() < 0 ? usual : address.getPort();
        return Optional.of(new Origin(scheme, address.getHost().toLowerCase(Locale.ROOT), port));
    }

    /** Whether the connection is protected against reading and changes by others. */
    public boolean isEncrypted() {
        return scheme.equals("https");
    }

    /** Whether it is certainly this machine, according to its name or address. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /** As in an address, without a default port. */
    @Override
    public String toString() {
        boolean usual = port == (isEncrypted() ? HTTPS_PORT : HTTP_PORT);
        return scheme + "://" + host + (usual ? "" : ":" + port);
    }
}
