package io.devfile.registry.settings;

import io.devfile.registry.spi.config.SettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/**
 * The ports on which the server listens.
 *
 * @param httpPort {@code registry.http.port}; -1 for none
 * @param httpsPort {@code registry.https.port}
 * @param tls {@code registry.tls}: whether it listens for HTTPS
 */
public record ServerConfiguration(int httpPort, int httpsPort, boolean tls) {

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Checks all settings that the server's configuration uses, too.
     *
     * @throws SettingException if one of them is invalid, or if the certificate for HTTPS cannot be read
     */
    public static ServerConfiguration read(Settings settings) throws SettingException {
        int http = port(settings, "registry.http.port", 8080);
        int https = port(settings, "registry.https.port", 8443);
        boolean tls = flag(settings, "registry.tls");
        if (tls) {
            checkKeystore(settings);
        }
        requestsPerMinute(settings);
        flag(settings, "registry.access-log");
        flag(settings, "registry.telemetry");
        AccessConfiguration.read(settings);
        MetricsConfiguration.read(settings);
        return new ServerConfiguration(http, https, tls);
    }

    /**
     * How many requests a client may send in a minute; 0 for any number.
     *
     * @throws SettingException if {@code registry.limit} is no such number
     */
    public static int requestsPerMinute(Settings settings) throws SettingException {
        String text = settings.value("registry.limit").orElse("0");
        if (text.matches("[0-9]{1,8}")) {
            return Integer.parseInt(text);
        }
        throw new SettingException(
                "registry.limit",
                "'" + text + "' is not a number of requests",
                "Set it to the requests that one client may send in a minute, or to 0 for any number.");
    }

    static boolean flag(Settings settings, String name) throws SettingException {
        String value = settings.value(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new SettingException(
                    name, "'" + value + "' is neither true nor false", "Set it to true or to false.");
        }
        return value.equals("true");
    }

    private static void checkKeystore(Settings settings) throws SettingException {
        Path file = settings.value("registry.tls.keystore")
                .map(Path::of)
                .orElseThrow(() -> new SettingException(
                        "registry.tls.keystore",
                        "it is not set",
                        "Set it to a PKCS12 file with a key and certificates."));
        String password = settings.value("registry.tls.keystore-password").orElse("");
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore.getInstance("PKCS12").load(in, password.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new SettingException(
                    "registry.tls.keystore",
                    "a keystore cannot be read from it: " + e,
                    "Set it to a PKCS12 file that the server can read, and registry.tls.keystore-password to its password.");
        }
    }

    /** The address at which a browser on this machine reaches the registry. */
    public String address() {
        return tls && httpPort <= 0 ? "https://localhost:" + httpsPort : "http://localhost:" + httpPort;
    }

    static int port(Settings settings, String key, int absent) throws SettingException {
        String text = settings.value(key).orElse(Integer.toString(absent));
        if (text.matches("-1|[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT) {
            return Integer.parseInt(text);
        }
        throw new SettingException(
                key, "'" + text + "' is not a port", "Set it to a number from 1 to 65535, or to -1 for none.");
    }
}
