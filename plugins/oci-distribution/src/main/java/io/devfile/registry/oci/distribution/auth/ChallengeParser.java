package io.devfile.registry.oci.distribution.auth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses {@code WWW-Authenticate}, in time proportional to the length. At text that does not follow the grammar, the
 * parser stops and keeps the challenges that it has found.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#appendix-A">RFC 9110, appendix A</a>
 */
final class ChallengeParser {

    private static final String PUNCTUATION = "!#$%&'*+-.^_`|~";

    private final String text;
    private final List<Challenge> found = new ArrayList<>();
    private int position;

    private ChallengeParser(String text) {
        this.text = text;
    }

    /** The challenges of all headers, in order. */
    static List<Challenge> parse(List<String> headers) {
        List<Challenge> challenges = new ArrayList<>();
        for (String header : headers) {
            ChallengeParser parser = new ChallengeParser(header);
            parser.parse();
            challenges.addAll(parser.found);
        }
        return challenges;
    }

    private void parse() {
        skipSeparators();
        while (position < text.length()) {
            String scheme = token();
            if (scheme.isEmpty()) {
                return;
            }
            Map<String, String> parameters = new LinkedHashMap<>();
            boolean whole = parameters(parameters);
            found.add(new Challenge(scheme, parameters));
            if (!whole) {
                return;
            }
        }
    }

    /** Reads parameters up to the next scheme, which is a word without an equals sign after it. */
    private boolean parameters(Map<String, String> parameters) {
        skipSeparators();
        while (position < text.length()) {
            int start = position;
            String name = token();
            skipBlanks();
            if (name.isEmpty()) {
                return false;
            }
            if (position == text.length() || text.charAt(position) != '=') {
                position = start;
                return true;
            }
            position++;
            skipBlanks();
            boolean quoted = position < text.length() && text.charAt(position) == '"';
            parameters.putIfAbsent(name, quoted ? quotedString() : token());
            skipSeparators();
        }
        return true;
    }

    private String token() {
        int start = position;
        while (position < text.length() && isTokenCharacter(text.charAt(position))) {
            position++;
        }
        return text.substring(start, position);
    }

    private String quotedString() {
        StringBuilder value = new StringBuilder();
        position++;
        while (position < text.length() && text.charAt(position) != '"') {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            value.append(text.charAt(position++));
        }
        position = Math.min(text.length(), position + 1);
        return value.toString();
    }

    private void skipBlanks() {
        while (position < text.length() && isBlank(text.charAt(position))) {
            position++;
        }
    }

    private void skipSeparators() {
        while (position < text.length() && (isBlank(text.charAt(position)) || text.charAt(position) == ',')) {
            position++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isTokenCharacter(char c) {
        boolean alphanumeric = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        return alphanumeric || PUNCTUATION.indexOf(c) >= 0;
    }
}
