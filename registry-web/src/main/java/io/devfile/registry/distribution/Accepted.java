package io.devfile.registry.distribution;

import io.devfile.registry.spi.oci.model.MediaType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a client takes content of a type. Clients name the types that they know, and mean no harm by leaving out others;
 * so a manifest is only withheld from one that refuses its type with {@code q=0}. Of several ranges that the type is in,
 * the most specific counts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
final class Accepted {

    private Accepted() {}

    static boolean by(HttpServletRequest request, MediaType type) {
        return by(Collections.list(request.getHeaders("Accept")), type);
    }

    /** @param headers the values of all Accept headers */
    static boolean by(List<String> headers, MediaType type) {
        List<String[]> ranges = new ArrayList<>();
        for (String header : headers) {
            for (String range : header.toLowerCase(Locale.ROOT).split(",")) {
                ranges.add(range.strip().split("\\s*;\\s*", -1));
            }
        }
        String exact = type.value().toLowerCase(Locale.ROOT);
        String family = exact.substring(0, exact.indexOf('/')) + "/*";
        return refused(ranges, exact)
                .or(() -> refused(ranges, family))
                .or(() -> refused(ranges, "*/*"))
                .map(refused -> !refused)
                .orElse(true);
    }

    /** Whether all that is said of a range is that it is refused; empty where nothing is said of it. */
    private static Optional<Boolean> refused(List<String[]> ranges, String name) {
        return ranges.stream()
                .filter(range -> range[0].equals(name))
                .map(range -> List.of(range).stream().skip(1).anyMatch(parameter -> parameter.matches("q=0(\\.0*)?")))
                .reduce((one, other) -> one && other);
    }
}
