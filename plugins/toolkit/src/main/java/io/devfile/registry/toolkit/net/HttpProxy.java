package io.devfile.registry.toolkit.net;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * An HTTP proxy: it forwards requests for {@code http} addresses, and opens tunnels for other connections with
 * {@code CONNECT} (RFC 9110, section 9.3.6).
 *
 * @param host its name or address
 * @param port its port
 */
public record HttpProxy(String host, int port) {

    /** The setting: {@code http://host:port}. */
    public static final String PROXY = "proxy";

    /**
     * The proxy that the setting {@value #PROXY} names.
     *
     * @throws SettingException if the value does not have the form {@code http://host:port}
     */
    public static Optional<HttpProxy> of(PluginSettings settings) throws SettingException {
        Optional<String> text = settings.text(PROXY);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.get());
            boolean bare = uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && ("".equals(uri.getRawPath()) || "/".equals(uri.getRawPath()));
            if ("http".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && bare
                    && uri.getPort() > 0
                    && uri.getPort() < 0x10000) {
                return Optional.of(new HttpProxy(uri.getHost().replaceAll("^\\[|\\]$", ""), uri.getPort()));
            }
        } catch (URISyntaxException e) {
            // reported below; the value may contain a password, so the message does not show it
        }
        throw new SettingException(
                settings.fullKey(PROXY),
                "its value is not the address of an HTTP proxy",
                "Write http://host:port, without a user name or path.");
    }

    /** {@code http://host:port}, as the setting has it. */
    @Override
    public String toString() {
        return "http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    /** The socket address; the host name is resolved at each call. */
    public InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }
}
