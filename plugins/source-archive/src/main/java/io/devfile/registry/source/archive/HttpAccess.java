package io.devfile.registry.source.archive;

import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.toolkit.net.CertificateAuthorities;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

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

    /** A client, whose threads end when it is no longer referenced. */
    HttpClient client() throws SettingException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .proxy(proxy.map(one -> ProxySelector.of(one.address())).orElseGet(ProxySelector::getDefault));
        if (authorities.isPresent()) {
            builder.sslContext(authorities.get().context());
        }
        return builder.build();
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
