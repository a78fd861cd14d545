package io.devfile.registry.oci.distribution.auth;

import io.devfile.registry.toolkit.json.JsonText;
import io.devfile.registry.toolkit.json.MalformedJson;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * A token and its expiry time.
 *
 * @param goodUntil by {@link System#nanoTime()}
 */
record BearerToken(String value, long goodUntil) {

    /** The lifetime of a token without a stated lifetime, according to the token specification. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofDays(1);

    /**
     * A token is replaced earlier than it expires, because of clock and network delays: by a tenth of its lifetime, and
     * at most by this.
     */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int PARTS = 10;

    /**
     * Reads the response of a token service.
     *
     * @param asked when the request was sent, by {@link System#nanoTime()}
     * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token Authentication
     *     Specification</a>
     */
    static BearerToken parse(byte[] answer, long asked) throws MalformedJson {
        JsonObject json = JsonText.object(answer);
        Optional<String> token = nonEmpty(json, "token");
        String value = token.isPresent()
                ? token.get()
                : nonEmpty(json, "access_token").orElseThrow(() -> new MalformedJson("it contains no token"));
        if (!isToken(value)) {
            throw new MalformedJson("its token contains characters that are not allowed in a token");
        }
        long seconds = JsonText.number(json, "expires_in").orElse(USUAL.toSeconds());
        Duration life = Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST.toSeconds())));
        Duration part = life.dividedBy(PARTS);
        Duration margin = part.compareTo(MARGIN) < 0 ? part : MARGIN;
        return new BearerToken(value, asked + life.minus(margin).toNanos());
    }

    boolean isGood() {
        return goodUntil - System.nanoTime() > 0;
    }

    String header() {
        return "Bearer " + value;
    }

    /** By the grammar of RFC 6750, section 2.1, so that no other characters get into the header. */
    static boolean isToken(String text) {
        return text.matches("[A-Za-z0-9._~+/-]++=*+");
    }

    /** Does not contain the token. */
    @Override
    public String toString() {
        return "a token";
    }

    private static Optional<String> nonEmpty(JsonObject json, String key) throws MalformedJson {
        return JsonText.text(json, key).filter(text -> !text.isEmpty());
    }
}
