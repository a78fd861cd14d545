package io.devfile.registry.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads which codings a client takes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110, section 12.5.3</a>
 */
public final class ContentCodings {

    private ContentCodings() {}

    /**
     * Whether gzip is taken, by its name or by {@code *}.
     *
     * @param header the value of Accept-Encoding; empty where there is none, which leaves content as it is
     */
    public static boolean acceptGzip(String header) {
        List<String> codings = List.of(header.toLowerCase(Locale.ROOT).split(","));
        return taken(codings, "gzip").or(() -> taken(codings, "*")).orElse(false);
    }

    /** Whether a coding is taken; empty where nothing is said of it. */
    private static Optional<Boolean> taken(List<String> codings, String name) {
        return codings.stream()
                .map(coding -> List.of(coding.strip().split("\\s*;\\s*", -1)))
                .filter(coding -> coding.get(0).equals(name))
                .map(coding -> coding.stream().skip(1).noneMatch(parameter -> parameter.matches("q=0(\\.0*)?")))
                .reduce((one, other) -> one || other);
    }
}
