package io.devfile.registry.oci.distribution.auth;

import io.devfile.registry.toolkit.json.JsonText;
import io.devfile.registry.toolkit.json.MalformedJson;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;

/**
 * A token, and until when it is good.
 *
 * @param goodUntil by {@link System#nanoTime()}
 */
record BearerToken(String value, long goodUntil) {

    /** How long a token is good that does not say it, as the token specification has it. */
    private static final Duration USUAL = Duration.ofSeconds(60);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** So much earlier is a token given up, since clocks and networks are late: a tenth, and at most this. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final int PARTS = 10;

    /**
     * Reads what a token service answers.
     *
     * @param asked when it was asked, by {@link System#nanoTime()}
     * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token Authentication
     *     Specification</a>
     */
    static BearerToken parse(byte[] answer, long asked) throws MalformedJson {
        JsonObject json = JsonText.object(answer);
        Optional<String> token = nonEmpty(json, "token");
        String value = token.isPresent()
                ? token.get()
                : nonEmpty(json, "access_token").orElseThrow(() -> new MalformedJson("there is no token in it"));
        if (!isToken(value)) {
            throw new MalformedJson("its token has characters that no token has");
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

    /** By the grammar of RFC 6750, section 2.1, so that nothing else gets into the header. */
    static boolean isToken(String text) {
        return text.matches("[A-Za-z0-9._~+/-]++=*+");
    }

    /** The token itself is nobody's business. */
    @Override
    public String toString() {
        return "a token";
    }

    private static Optional<String> nonEmpty(JsonObject json, String key) throws MalformedJson {
        return JsonText.text(json, key).filter(text -> !text.isEmpty());
    }
}
