package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Credentials;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.toolkit.net.CertificateAuthorities;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The operator's settings for the registry.
 *
 * @param tls for authorities that are trusted in addition to those that Java trusts
 * @param proxy absent for the proxies of Java
 * @param timeout the timeout for a response, or for the next part of one
 * @param concurrency how many blobs may be uploaded at once
 */
record DistributionSettings(
        RemoteRegistry registry,
        Credentials credentials,
        @Nullable SSLContext tls,
        @Nullable HttpProxy proxy,
        Duration timeout,
        int concurrency) {

    static final String URL = "url";
    static final String TIMEOUT = "timeout";
    static final String CONCURRENCY = "concurrency";

    private static final Duration USUAL_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORTEST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
    private static final int USUAL_CONCURRENCY = 4;
    private static final int MAX_CONCURRENCY = 64;

    static DistributionSettings read(PluginSettings settings) throws SettingException {
        RemoteRegistry registry = RegistryAddress.read(settings, URL);
        return new DistributionSettings(
                registry,
                CredentialSettings.read(settings, registry.origin()),
                tls(settings),
                HttpProxy.of(settings).orElse(null),
                timeout(settings),
                concurrency(settings));
    }

    private static @Nullable SSLContext tls(PluginSettings settings) throws SettingException {
        Optional<CertificateAuthorities> authorities = CertificateAuthorities.of(settings);
        return authorities.isPresent() ? authorities.get().extendedContext() : null;
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
        if (number < 1 || number > MAX_CONCURRENCY) {
            throw new SettingException(
                    settings.fullKey(CONCURRENCY),
                    "it is not a number from 1 to " + MAX_CONCURRENCY,
                    "Set it to a number such as " + USUAL_CONCURRENCY + ".");
        }
        return number;
    }
}
