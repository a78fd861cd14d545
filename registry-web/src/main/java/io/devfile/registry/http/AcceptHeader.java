package io.devfile.registry.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An Accept or Accept-Encoding header: names, each of which is accepted or refused. Parsed in linear time. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2">RFC 9110, section 12.4.2</a>
 */
public final class AcceptHeader {

    /** In characters, for all lines of a header together. Docker clients send about 500. */
    static final int MAX_LENGTH = 8192;

    private static final AcceptHeader ABSENT = new AcceptHeader(List.of());

    private final List<Element> elements;

    private AcceptHeader(List<Element> elements) {
        this.elements = elements;
    }

    private record Element(String name, boolean refused) {}

    /**
     * Parses a header. A header that is malformed or too long counts as absent.
     *
     * @param lines the values of all lines of the header
     */
    public static AcceptHeader of(List<String> lines) {
        return parse(lines).orElse(ABSENT);
    }

    /** Like {@link #of(List)}, for a single line; {@code ""} for an absent header. */
    public static AcceptHeader of(String line) {
        return of(List.of(line));
    }

    /** Whether these lines are valid media ranges with weights. */
    static boolean isWellFormed(List<String> lines) {
        return parse(lines)
                .filter(header -> header.elements.stream().allMatch(element -> isMediaRange(element.name())))
                .isPresent();
    }

    /** Whether Accept-Encoding accepts gzip, by its name or by {@code *}. An absent header accepts no coding. */
    public boolean acceptsGzip() {
        return accepts("gzip").or(() -> accepts("*")).orElse(false);
    }

    /**
     * Whether Accept does not refuse a media type by {@code q=0}. Clients list the types that they know and leave out
     * other types that they also accept, so a type that is not listed is accepted. The most specific range applies.
     */
    public boolean acceptsType(String type) {
        String exact = type.toLowerCase(Locale.ROOT);
        String family = exact.substring(0, exact.indexOf('/')) + "/*";
        return accepts(exact).or(() -> accepts(family)).or(() -> accepts("*/*")).orElse(true);
    }

    /** Whether a name is accepted; empty if it is not listed. If it is listed twice, one element must accept it. */
    private Optional<Boolean> accepts(String name) {
        return elements.stream()
                .filter(element -> element.name().equals(name))
                .map(element -> !element.refused())
                .reduce((one, other) -> one || other);
    }

    private static Optional<AcceptHeader> parse(List<String> lines) {
        if (lines.stream().mapToInt(String::length).sum() > MAX_LENGTH) {
            return Optional.empty();
        }
        List<Element> elements = new ArrayList<>();
        for (String line : lines) {
            for (String text : line.split(",")) {
                if (!text.isBlank()) {
                    Optional<Element> element = element(text.toLowerCase(Locale.ROOT));
                    if (element.isEmpty()) {
                        return Optional.empty();
                    }
                    elements.add(element.get());
                }
            }
        }
        return Optional.of(new AcceptHeader(elements));
    }

    private static Optional<Element> element(String text) {
        String[] parts = text.split(";", -1);
        boolean refused = false;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            int equals = parameter.indexOf('=');
            if (equals <= 0 || !isToken(parameter.substring(0, equals)) || equals == parameter.length() - 1) {
                return Optional.empty();
            }
            if (parameter.startsWith("q=")) {
                Optional<Float> weight = weight(parameter.substring(2));
                if (weight.isEmpty()) {
                    return Optional.empty();
                }
                refused = weight.get() == 0;
            }
        }
        return Optional.of(new Element(parts[0].strip(), refused));
    }

    private static Optional<Float> weight(String text) {
        boolean number = text.length() <= 8 && text.chars().allMatch(c -> c == '.' || c >= '0' && c <= '9');
        try {
            return number ? Optional.of(Float.parseFloat(text)).filter(weight -> weight <= 1) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isMediaRange(String name) {
        int slash = name.indexOf('/');
        return slash > 0 && isToken(name.substring(0, slash)) && isToken(name.substring(slash + 1));
    }

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(
                                c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }
}
