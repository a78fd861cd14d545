package io.devfile.registry.admin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The proof that a forge sent a webhook: an HMAC of the body, or the secret itself.
 *
 * @see <a href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">GitHub, Validating
 *     webhook deliveries</a>
 * @see <a href="https://docs.gitea.com/usage/webhooks">Gitea, Webhooks</a>
 * @see <a href="https://docs.gitlab.com/user/project/integrations/webhooks/">GitLab, Webhooks</a>
 */
sealed interface Signature {

    /** The hexadecimal HMAC with SHA-256 that GitHub and Gitea send. */
    record BodyHmac(String hex) implements Signature {}

    /** The secret itself, which GitLab sends. */
    record Token(String text) implements Signature {}

    /** The signature in the headers of a request; empty if there is none. */
    static Optional<Signature> of(Function<String, Optional<String>> header) {
        Optional<Signature> github = header.apply("X-Hub-Signature-256")
                .filter(value -> value.startsWith("sha256="))
                .map(value -> new BodyHmac(value.substring("sha256=".length())));
        return github.or(() -> header.apply("X-Gitea-Signature").map(BodyHmac::new))
                .or(() -> header.apply("X-Gitlab-Token").map(Token::new));
    }

    /**
     * Whether this signature was made with a secret. Takes the same time for every wrong signature.
     *
     * @param body read completely, if the signature depends on it
     */
    default boolean isBy(String secret, InputStream body) throws IOException {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        if (this instanceof Token token) {
            return MessageDigest.isEqual(token.text().getBytes(StandardCharsets.UTF_8), key);
        }
        String expected = HexFormat.of().formatHex(hmac(key, body));
        String given = ((BodyHmac) this).hex();
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, InputStream body) throws IOException {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            byte[] buffer = new byte[8192];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                mac.update(buffer, 0, read);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
