package io.devfile.registry.catalog.yaml;

/**
 * A tab between two tokens of a line, such as after {@code key:}. A tab before the first token of a line is not a
 * separating tab.
 */
final class SeparatingTab {

    private SeparatingTab() {}

    /**
     * Replaces tabs with spaces.
     *
     * @param line counted from 1
     * @param column counted from 1, in code points
     * @return whether there was such a tab
     */
    static boolean replace(StringBuilder text, int line, int column) {
        int begin = 0;
        for (int i = 1; i < line; i++) {
            begin = text.indexOf("\n", begin) + 1;
            if (begin == 0) {
                return false;
            }
        }
        if (column < 1 || Character.codePointCount(text, begin, text.length()) < column) {
            return false;
        }
        int at = Character.offsetByCodePoints(text, begin, column - 1);
        if (text.substring(begin, at).isBlank()) {
            return false;
        }
        int end = at;
        while (end < text.length() && text.charAt(end) == '\t') {
            text.setCharAt(end, ' ');
            end++;
        }
        return end > at;
    }
}
