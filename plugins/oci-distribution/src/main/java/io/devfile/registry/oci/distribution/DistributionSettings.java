package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Credentials;
import io.devfile.registry.oci.distribution.http.TrustedCertificates;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The operator's settings for the registry.
 *
 * @param authorities trusted in addition to those that Java trusts
 * @param timeout the timeout for a response, or for the next part of one
 * @param concurrency how many blobs may be uploaded at once
 */
record DistributionSettings(
        RemoteRegistry registry,
        Credentials credentials,
        List<Certificate> authorities,
        ProxySelector proxies,
        Duration timeout,
        int concurrency) {

    static final String URL = "url";
    static final String CA = "ca";
    static final String PROXY = "proxy";
    static final String TIMEOUT = "timeout";
    static final String CONCURRENCY = "concurrency";

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
    private static final int USUAL_CONCURRENCY = 4;
    private static final int MOST_CONCURRENCY = 64;

    static DistributionSettings read(PluginSettings settings) throws SettingException {
        RemoteRegistry registry = RegistryAddress.read(settings, URL);
        return new DistributionSettings(
                registry,
                CredentialSettings.read(settings, registry.origin()),
                authorities(settings),
                proxies(settings),
                timeout(settings),
                concurrency(settings));
    }

    private static List<Certificate> authorities(PluginSettings settings) throws SettingException {
        Optional<Path> file = settings.path(CA);
        if (file.isEmpty()) {
            return List.of();
        }
        try {
            return TrustedCertificates.read(file.get());
        } catch (IOException e) {
            throw wrong(settings, CA, file.get() + " cannot be read", "Set it to a file that the server can read.", e);
        } catch (CertificateException e) {
            throw wrong(
                    settings,
                    CA,
                    file.get() + " contains no certificates",
                    "Set it to a PEM file with the certificates of one or more authorities.",
                    e);
        }
    }

    private static ProxySelector proxies(PluginSettings settings) throws SettingException {
        Optional<String> text = settings.text(PROXY);
        if (text.isEmpty()) {
            return Optional.ofNullable(ProxySelector.getDefault()).orElse(ProxySelector.of(null));
        }
        try {
            URI address = URI.create(text.get());
            boolean plain = address.getRawUserInfo() == null && address.getRawQuery() == null;
            if ("http".equals(address.getScheme()) && address.getHost() != null && address.getPort() > 0 && plain) {
                return ProxySelector.of(InetSocketAddress.createUnresolved(address.getHost(), address.getPort()));
            }
        } catch (IllegalArgumentException e) {
            throw wrong(settings, PROXY, "it is not a valid address", "Write it as http://host:port.", e);
        }
        throw new SettingException(
                settings.fullKey(PROXY), "it is not a valid address of an HTTP proxy", "Write it as http://host:port.");
    }

    private static Duration timeout(PluginSettings settings) throws SettingException {
        Duration timeout = settings.duration(TIMEOUT).orElse(USUAL_TIMEOUT);
        if (timeout.compareTo(SHORTEST_TIMEOUT) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new SettingException(
                    settings.fullKey(TIMEOUT),
                    timeout + " is not between a second and an hour",
                    "Write a duration such as PT30S.");
        }
        return timeout;
    }

    private static int concurrency(PluginSettings settings) throws SettingException {
        String text = settings.text(CONCURRENCY).orElse(Integer.toString(USUAL_CONCURRENCY));
        int number = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > MOST_CONCURRENCY) {
            throw new SettingException(
                    settings.fullKey(CONCURRENCY),
                    "it is not a number from 1 to " + MOST_CONCURRENCY,
                    "Set it to a number such as " + USUAL_CONCURRENCY + ".");
        }
        return number;
    }

    private static SettingException wrong(
            PluginSettings settings, String key, String reason, String remedy, Exception cause) {
        SettingException wrong = new SettingException(settings.fullKey(key), reason, remedy);
        wrong.initCause(cause);
        return wrong;
    }
}
