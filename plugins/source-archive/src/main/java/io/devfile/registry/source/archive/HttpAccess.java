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

/**
 * The connection settings and credentials for an HTTP server.
 *
 * @param username present for Basic authentication (RFC 7617), absent for a bearer token (RFC 6750)
 * @param secret the password or the token
 * @param timeout how long to wait for a connection, a response, or the next part of it
 */
record HttpAccess(
        Optional<String> username,
        Optional<Secret> secret,
        Optional<CertificateAuthorities> authorities,
        Optional<HttpProxy> proxy,
        Duration timeout) {

    /** A new client, which the caller closes. */
    CloseableHttpClient client() throws SettingException {
        return new HttpClientBuilder()
                .tls(authorities.isPresent() ? authorities.get().context() : null)
                .proxy(proxy.orElse(null))
                .connectTimeout(timeout)
                .responseTimeout(timeout)
                .build();
    }

    /** The value of the Authorization header, if there is one. */
    Optional<String> authorization() throws SettingException {
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        String text = secret.get().read();
        return Optional.of(username.map(name -> "Basic "
                        + Base64.getEncoder().encodeToString((name + ":" + text).getBytes(StandardCharsets.UTF_8)))
                .orElse("Bearer " + text));
    }
}
