package io.devfile.registry.toolkit.net;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * An HTTP proxy: it takes requests for {@code http} addresses, and tunnels everything else that asks it to with
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
     * @throws SettingException where its value is not of the form {@code http://host:port}
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
            // said below; the value may have a password in it, so it is not shown
        }
        throw new SettingException(
                settings.fullKey(PROXY),
                "its value is not the address of an HTTP proxy",
                "Write http://host:port, without a user name and a path.");
    }

    /** Where it is, looked up now. */
    public InetSocketAddress address() {
        return new InetSocketAddress(host, port);
    }
}
