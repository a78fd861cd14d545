package io.devfile.registry.catalog.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.reader.StreamReader;

/** Decodes bytes to text that YAML allows. */
final class YamlText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int MAX_BYTES_PER_CODE_POINT = 4;

    private YamlText() {}

    /** The text without a byte order mark. */
    static String decode(byte[] bytes, int maxCodePoints) throws YamlReadException {
        if (bytes.length > (long) maxCodePoints * MAX_BYTES_PER_CODE_POINT + 3) {
            throw tooLong(maxCodePoints);
        }
        String text = decodeStrictly(bytes);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        if (text.codePointCount(0, text.length()) > maxCodePoints) {
            throw tooLong(maxCodePoints);
        }
        rejectUnprintable(text);
        return text;
    }

    private static YamlReadException tooLong(int maxCodePoints) {
        return new YamlReadException(
                "The file has more than " + maxCodePoints + " characters; shorten it or split it up.", 0, 0);
    }

    private static String decodeStrictly(byte[] bytes) throws YamlReadException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        String text = out.toString();
        if (result.isError()) {
            throw new YamlReadException(
                    "The file is not UTF-8 from here on; save it in that encoding.", lineAt(text, text.length()), 0);
        }
        return text;
    }

    private static void rejectUnprintable(String text) throws YamlReadException {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (!StreamReader.isPrintable(codePoint)) {
                String message = "The character U+%04X is not allowed in YAML; remove it, or write it as \"\\u%04X\" in"
                        + " double quotes.";
                int lineStart = text.lastIndexOf('\n', i) + 1;
                throw new YamlReadException(
                        message.formatted(codePoint, codePoint),
                        lineAt(text, i),
                        text.codePointCount(lineStart, i) + 1);
            }
            i += Character.charCount(codePoint);
        }
    }

    private static int lineAt(String text, int index) {
        return 1 + (int) text.chars().limit(index).filter(c -> c == '\n').count();
    }
}
