package io.devfile.registry.source.archive;

import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.toolkit.http.HttpClientBuilder;
import io.devfile.registry.toolkit.net.CertificateAuthorities;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The connection settings and credentials for an HTTP server.
 *
 * @param username present for Basic authentication (RFC 7617), null for a bearer token (RFC 6750)
 * @param secret the password or the token; null if there are no credentials
 * @param timeout how long to wait for a connection, a response, or the next part of it
 */
record HttpAccess(
        @Nullable String username,
        @Nullable Secret secret,
        @Nullable CertificateAuthorities authorities,
        @Nullable HttpProxy proxy,
        Duration timeout) {

    /** A new client, which the caller closes. */
    CloseableHttpClient client() throws SettingException {
        return new HttpClientBuilder()
                .tls(authorities != null ? authorities.context() : null)
                .proxy(proxy)
                .connectTimeout(timeout)
                .responseTimeout(timeout)
                .build();
    }

    /** The value of the Authorization header, if there is one. */
    Optional<String> authorization() throws SettingException {
        if (secret == null) {
            return Optional.empty();
        }
        String text = secret.read();
        return Optional.of(
                username != null
                        ? "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((username + ":" + text).getBytes(StandardCharsets.UTF_8))
                        : "Bearer " + text);
    }
}
