package io.devfile.registry.viewer.detail;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A devfile as HTML: each line is an element with an anchor for its number, coloured by classes. The text of the
 * elements is exactly the text of the devfile: line numbers are in attributes.
 *
 * @param html safe to be written without escaping
 */
public record DevfileListing(String html, int lines) {

    static DevfileListing of(String text) {
        return new Writer(text, YamlSpans.of(text)).listing();
    }

    private static final class Writer {

        private final String text;
        private final Iterator<YamlSpan> spans;
        private final StringBuilder html;
        private @Nullable YamlSpan next;
        private int line;

        Writer(String text, List<YamlSpan> spans) {
            this.text = text;
            this.spans = spans.iterator();
            this.html = new StringBuilder(text.length() * 3);
            advance();
        }

        DevfileListing listing() {
            for (int begin = 0; begin < text.length(); ) {
                int newline = text.indexOf('\n', begin);
                int end = newline < 0 ? text.length() : newline;
                line(begin, end);
                if (newline >= 0) {
                    html.append('\n');
                }
                begin = end + 1;
            }
            return new DevfileListing(html.toString(), line);
        }

        private void line(int begin, int end) {
            line++;
            html.append("<span class=\"l\" id=\"L")
                    .append(line)
                    .append("\"><a href=\"#L")
                    .append(line);
            html.append("\" data-n=\"").append(line).append("\" tabindex=\"-1\" aria-label=\"Line ");
            html.append(line).append("\"></a>");
            int at = begin;
            while (next != null && next.begin() < end) {
                YamlSpan span = next;
                int from = Math.max(at, span.begin());
                int to = Math.min(end, span.end());
                escape(at, from);
                if (to > from) {
                    html.append("<span class=\"")
                            .append(span.kind().styleClass())
                            .append("\">");
                    escape(from, to);
                    html.append("</span>");
                }
                at = Math.max(from, to);
                if (span.end() > end) {
                    break;
                }
                advance();
            }
            escape(at, end);
            html.append("</span>");
        }

        private void advance() {
            next = spans.hasNext() ? spans.next() : null;
        }

        private void escape(int begin, int end) {
            for (int i = begin; i < end; i++) {
                char c = text.charAt(i);
                switch (c) {
                    case '&' -> html.append("&amp;");
                    case '<' -> html.append("&lt;");
                    case '>' -> html.append("&gt;");
                    // an HTML parser would convert it to a newline
                    case '\r' -> html.append("&#13;");
                    default -> html.append(c);
                }
            }
        }
    }
}
