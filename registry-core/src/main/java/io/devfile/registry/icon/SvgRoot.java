package io.devfile.registry.icon;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the root element of an SVG image. Deliberately not an XML parser: entities and document types, which drawing
 * programs write, must be neither resolved nor rejected. For one thread.
 */
final class SvgRoot {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Pattern START = Pattern.compile("<([A-Za-z_][\\w.-]{0,63}:)?svg[\\s/>]");

    private final String text;
    private int at;

    private SvgRoot(String text) {
        this.text = text;
    }

    /** Whether these are the bytes of an image that a browser displays; a browser requires the namespace. */
    static boolean isIn(byte[] bytes) {
        String text = new String(bytes, charset(bytes));
        return new SvgRoot(text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).found();
    }

    /** The exact character set does not matter, because only ASCII characters are compared. */
    private static Charset charset(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << Byte.SIZE | (bytes[1] & 0xff);
        boolean wide = mark == 0xfeff || mark == 0xfffe;
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1;
    }

    private boolean found() {
        while (skipSpace() && (skip("<?", "?>") || skip("<!--", "-->") || skipDocumentType())) {
            // skip the content before the element
        }
        Matcher start = START.matcher(text).region(at, text.length());
        return start.lookingAt() && text.lastIndexOf(NAMESPACE, end(at)) >= 0;
    }

    private boolean skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private boolean skip(String begin, String end) {
        int close = text.startsWith(begin, at) ? text.indexOf(end, at + begin.length()) : -1;
        if (close < 0) {
            return false;
        }
        at = close + end.length();
        return true;
    }

    private boolean skipDocumentType() {
        if (!text.startsWith("<!DOCTYPE", at)) {
            return false;
        }
        int subset = text.indexOf('[', at);
        int close = end(at);
        if (subset >= 0 && subset < close) {
            int subsetEnd = text.indexOf(']', subset);
            close = subsetEnd < 0 ? text.length() : end(subsetEnd);
        }
        at = Math.min(close + 1, text.length());
        return true;
    }

    /** The position of the first {@code >} outside of quotes. */
    private int end(int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return text.length();
    }
}
