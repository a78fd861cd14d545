package io.devfile.registry.index.query;

/** Foreign text made fit to stand in a message: in quotes, short, and of characters that can be seen. */
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
            // FORMAT has the marks that turn the direction of writing around
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
