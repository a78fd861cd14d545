package io.devfile.registry.oci.distribution.auth;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What one has to show. */
public sealed interface Credentials {

    private static String reveal(Secret secret) throws CallFailedException {
        try {
            return secret.read();
        } catch (SettingException e) {
            throw CallFailedException.lasting(e.reason(), e.remedy()).because(e);
        }
    }

    /** Nothing: what everybody may do. */
    record Anonymous() implements Credentials {}

    /** A user and a password, for the registry or for whom it names as giving out tokens. */
    record Login(String username, Secret password) implements Credentials {

        /** As the value of the header {@code Authorization}, by RFC 7617. */
        String header() throws CallFailedException {
            String pair = username + ":" + reveal(password);
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A token that the registry takes as it is. */
    record ReadyToken(Secret token) implements Credentials {

        /** As the value of the header {@code Authorization}, by RFC 6750. */
        String header() throws CallFailedException {
            String value = reveal(token);
            if (!BearerToken.isToken(value)) {
                throw CallFailedException.lasting(
                        "the configured token has characters that no token has", "Correct the token.");
            }
            return "Bearer " + value;
        }
    }
}
