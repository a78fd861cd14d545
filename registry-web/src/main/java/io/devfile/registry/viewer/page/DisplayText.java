package io.devfile.registry.viewer.page;

import java.text.BreakIterator;
import java.util.Locale;

/** Makes untrusted text safe for display. Does not escape text: templates and XML writers do this. */
public final class DisplayText {

    private static final int REPLACEMENT = 0xFFFD;

    private DisplayText() {}

    /** The text without surrounding white space, with a replacement for characters that HTML and XML do not allow. */
    public static String of(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.strip()
                .codePoints()
                .map(c -> isAllowed(c) ? c : REPLACEMENT)
                .filter(c -> c != '\r')
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** Like {@link #of}, in one line. */
    public static String line(String text) {
        // what is not white space for strip, such as a no-break space, may have become a space
        return of(text).replaceAll("[\\s\\h]+", " ").strip();
    }

    /**
     * Like {@link #line}, cut after the last word that fits, with an ellipsis if text is cut.
     *
     * @param length the maximum number of UTF-16 code units to keep; at least 1
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
        // only checks a few characters after the cut, because the text may be long
        characters.setText(line.substring(0, Math.min(line.length(), length + 32)));
        int boundary = characters.preceding(length + 1);
        if (boundary > 0) {
            return boundary;
        }
        return Character.isHighSurrogate(line.charAt(length - 1)) ? length - 1 : length;
    }

    private static boolean isAllowed(int c) {
        boolean whiteSpace = c == '\n' || c == '\t' || c == '\r';
        boolean control = Character.isISOControl(c) && !whiteSpace;
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !control && !surrogate && (c & 0xFFFE) != 0xFFFE;
    }
}
