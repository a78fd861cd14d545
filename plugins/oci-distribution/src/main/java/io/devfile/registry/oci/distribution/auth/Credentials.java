package io.devfile.registry.oci.distribution.auth;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The configured credentials. */
public sealed interface Credentials {

    private static String reveal(Secret secret) throws CallFailedException {
        try {
            return secret.read();
        } catch (SettingException e) {
            throw CallFailedException.permanent(e.reason(), e.remedy()).because(e);
        }
    }

    /** No credentials: anonymous access. */
    record Anonymous() implements Credentials {}

    /** A user and a password, for the registry or for the token service that it names. */
    record Login(String username, Secret password) implements Credentials {

        /** The value of the header {@code Authorization}, by RFC 7617. */
        String header() throws CallFailedException {
            String pair = username + ":" + reveal(password);
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A token that the registry accepts directly. */
    record ReadyToken(Secret token) implements Credentials {

        /** The value of the header {@code Authorization}, by RFC 6750. */
        String header() throws CallFailedException {
            String value = reveal(token);
            if (!BearerToken.isToken(value)) {
                throw CallFailedException.permanent(
                        "the configured token contains characters that are not allowed in a token",
                        "Correct the token.");
            }
            return "Bearer " + value;
        }
    }
}
