package io.devfile.registry.index.query;

/** Foreign text in a form that is safe for a message: in quotes, short, and with visible characters only. */
final class Quotation {

    private static final int LIMIT = 60;

    private Quotation() {}

    static String of(String foreign) {
        StringBuilder text = new StringBuilder("\"");
        foreign.codePoints().limit(LIMIT).map(Quotation::visible).forEach(text::appendCodePoint);
        return text.append(foreign.codePointCount(0, foreign.length()) > LIMIT ? "…\"" : "\"")
                .toString();
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            // FORMAT includes the characters that reverse the writing direction
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '\uFFFD';
            default -> codePoint;
        };
    }
}
