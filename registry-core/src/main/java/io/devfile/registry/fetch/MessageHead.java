package io.devfile.registry.fetch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The start line and the fields of an HTTP/1.1 message (RFC 9112), as far as a proxy needs them. Immutable.
 *
 * @param startLine without its line end
 */
record MessageHead(String startLine, List<Field> fields) {

    private static final int MOST_FIELDS = 200;
    private static final Pattern FIELD_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** What is said to a proxy, or by one, and not meant for whoever is behind it (RFC 9110, section 7.6.1). */
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-connection",
            "proxy-authorization",
            "proxy-authenticate",
            "proxy-authentication-info",
            "te",
            "upgrade");

    MessageHead {
        fields = List.copyOf(fields);
    }

    /** A field; the value without white space around it. */
    record Field(String name, String value) {}

    /**
     * Parses lines as ISO 8859-1, so that every byte comes out as it went in.
     *
     * @param text up to and without the empty line
     * @return empty where this is no head of a message
     */
    static Optional<MessageHead> tryParse(String text) {
        String[] lines = text.split("\r?\n", -1);
        if (text.replace("\r\n", "").indexOf('\r') >= 0 || text.indexOf('\0') >= 0 || lines.length > MOST_FIELDS) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            if (colon < 0 || !FIELD_NAME.matcher(line.substring(0, colon)).matches()) {
                return Optional.empty();
            }
            fields.add(new Field(
                    line.substring(0, colon), line.substring(colon + 1).strip()));
        }
        return Optional.of(new MessageHead(lines[0], fields));
    }

    /** The value of the first field of this name. */
    Optional<String> field(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** The status of an answer; empty where this is none. */
    Optional<Integer> status() {
        return startLine.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")
                ? Optional.of(Integer.valueOf(startLine.substring(9, 12)))
                : Optional.empty();
    }

    /** What is passed on of this: another start line, no field that is for this hop alone, and a closed end. */
    MessageHead forwarded(String newStartLine) {
        Set<String> dropped = new HashSet<>(HOP_BY_HOP);
        fields.stream()
                .filter(field -> field.name().equalsIgnoreCase("connection"))
                .flatMap(field -> Arrays.stream(field.value().split(",")))
                .forEach(name -> dropped.add(name.strip().toLowerCase(Locale.ROOT)));
        List<Field> kept = new ArrayList<>(fields);
        kept.removeIf(field -> dropped.contains(field.name().toLowerCase(Locale.ROOT)));
        kept.add(new Field("Connection", "close"));
        return new MessageHead(newStartLine, kept);
    }

    /** This with another value of a field. */
    MessageHead with(String name, String value) {
        List<Field> changed = new ArrayList<>(fields);
        changed.removeIf(field -> field.name().equalsIgnoreCase(name));
        changed.add(0, new Field(name, value));
        return new MessageHead(startLine, changed);
    }

    /** As it is sent, with the empty line. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        fields.forEach(field ->
                text.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
