package io.devfile.registry.config;

import io.devfile.registry.spi.config.SettingException;
import org.eclipse.microprofile.config.Config;

/**
 * Where the server listens.
 *
 * @param httpPort {@code registry.http.port}; -1 for none
 * @param httpsPort {@code registry.https.port}
 * @param tls {@code registry.tls}: whether it listens for HTTPS at all
 */
public record ServerConfiguration(int httpPort, int httpsPort, boolean tls) {

    private static final int HIGHEST_PORT = 65_535;

    /** @throws SettingException if a port is no port */
    public static ServerConfiguration read(Config config) throws SettingException {
        boolean tls = config.getOptionalValue("registry.tls", String.class)
                .filter("true"::equals)
                .isPresent();
        return new ServerConfiguration(
                port(config, "registry.http.port", 8080), port(config, "registry.https.port", 8443), tls);
    }

    /** At which a browser on this machine reaches the registry. */
    public String address() {
        return tls && httpPort <= 0 ? "https://localhost:" + httpsPort : "http://localhost:" + httpPort;
    }

    private static int port(Config config, String key, int absent) throws SettingException {
        String text = config.getOptionalValue(key, String.class).orElse(Integer.toString(absent));
        if (text.matches("-1|[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        throw new SettingException(
                key, "'" + text + "' is not a port", "Set it to a number from 1 to 65535, or to -1 for none.");
    }
}
