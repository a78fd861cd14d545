package io.devfile.registry.viewer.page;

import java.text.BreakIterator;
import java.util.Locale;

/** Foreign text made fit for showing. Escaping is not done here: templates and XML writers do that. */
public final class DisplayText {

    private static final int REPLACEMENT = 0xFFFD;

    private DisplayText() {}

    /** The text without white space around it, and with a sign in place of characters that HTML and XML cannot have. */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.strip()
                .codePoints()
                .map(c -> isAllowed(c) ? c : REPLACEMENT)
                .filter(c -> c != '\r')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** As {@link #of}, in one line. */
    public static String line(String text) {
        return of(text).replaceAll("[\\s\\h]+", " ");
    }

    /**
     * As {@link #line}, cut after the last word that fits, with an ellipsis where something is cut.
     *
     * @param length the most UTF-16 units to keep; at least 1
     */
    public static String shortened(String text, int length) {
        String line = line(text);
        if (line.length() <= length) {
            return line;
        }
        int space = line.lastIndexOf(' ', length);
        return line.substring(0, space > length / 2 ? space : boundary(line, length))
                        .strip() + "…";
    }

    private static int boundary(String line, int length) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // looks a little beyond the cut, not at all of a long text
        characters.setText(line.substring(0, Math.min(line.length(), length + 32)));
        int boundary = characters.preceding(length + 1);
        return boundary > 0 ? boundary : length;
    }

    private static boolean isAllowed(int c) {
        boolean whiteSpace = c == '\n' || c == '\t' || c == '\r';
        boolean control = Character.isISOControl(c) && !whiteSpace;
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && (c & 0xFFFE) != 0xFFFE;
    }
}
