package io.devfile.registry.catalog.yaml;

/**
 * Text from a document in a form that is safe for a message: at most one line, without line breaks and control
 * characters.
 */
public final class Excerpt {

    private static final int MAX_LENGTH = 80;

    private Excerpt() {}

    /** The text itself, if it is short and plain. */
    public static String of(String text) {
        StringBuilder excerpt = new StringBuilder();
        int codePoints = 0;
        for (int i = 0; i < text.length(); ) {
            if (codePoints++ == MAX_LENGTH) {
                return excerpt.append('…').toString();
            }
            int codePoint = text.codePointAt(i);
            excerpt.appendCodePoint(isPlain(codePoint) ? codePoint : ' ');
            i += Character.charCount(codePoint);
        }
        return excerpt.toString();
    }

    // Format characters can reverse or hide text.
    private static boolean isPlain(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
