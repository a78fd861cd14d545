package io.devfile.registry.toolkit.text;

/**
 * Makes text that others wrote safe for messages, logs and terminals: a limited number of characters, on one line,
 * without characters that are invisible or that control a terminal.
 */
public final class SafeText {

    private static final int USUAL_LIMIT = 100;

    private SafeText() {}

    /** At most 100 characters of the text; {@code …} marks what was left out, {@code ?} an unsafe character. */
    public static String of(String text) {
        return of(text, USUAL_LIMIT);
    }

    /** As {@link #of(String)}, with another limit in characters (code points). */
    public static String of(String text, int limit) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), limit) + 1);
        int position = 0;
        for (int count = 0; position < text.length() && count < limit; count++) {
            int c = text.codePointAt(position);
            safe.appendCodePoint(isSafe(c) ? c : '?');
            position += Character.charCount(c);
        }
        return position < text.length() ? safe.append('…').toString() : safe.toString();
    }

    /** As {@link #of(String)}, in single quotes. */
    public static String quoted(String text) {
        return "'" + of(text) + "'";
    }

    /** Whether a character is visible, or a space. Format characters could reverse or hide text. */
    private static boolean isSafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
