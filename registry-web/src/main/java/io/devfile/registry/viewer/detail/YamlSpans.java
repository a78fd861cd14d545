package io.devfile.registry.viewer.detail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.scanner.Scanner;
import org.yaml.snakeyaml.scanner.ScannerImpl;
import org.yaml.snakeyaml.tokens.ScalarToken;
import org.yaml.snakeyaml.tokens.Token;

/**
 * Tells keys, strings, comments and so on in a YAML text apart, as the YAML scanner does. Of a text that is not YAML, the
 * part before the mistake. For one text and one thread.
 */
final class YamlSpans {

    /** What the core schema takes for something else than text. */
    private static final Pattern LITERAL = Pattern.compile(
            "true|True|TRUE|false|False|FALSE|null|Null|NULL|~|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?"
                    + "|0o[0-7]+|0x[0-9a-fA-F]+");

    private final String text;
    private final List<YamlSpan> spans = new ArrayList<>();
    private int end;
    private int codePoints;
    private int units;

    private YamlSpans(String text) {
        this.text = text;
    }

    /** The spans in their order; none overlaps another. */
    static List<YamlSpan> of(String text) {
        YamlSpans found = new YamlSpans(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            found.scan(new ScannerImpl(new StreamReader(text), options));
        } catch (YAMLException e) {
            // what is not YAML is shown all the same; only its colours are missing from here on
            return found.spans;
        }
        found.comments(text.length());
        return found.spans;
    }

    private void scan(Scanner scanner) {
        boolean key = false;
        while (scanner.checkToken()) {
            Token token = scanner.getToken();
            switch (token.getTokenId()) {
                case Key -> key = true;
                case Value, BlockEntry, FlowEntry -> key = false;
                case Scalar -> {
                    add(token, key ? YamlSpan.Kind.KEY : kind((ScalarToken) token));
                    key = false;
                }
                case Anchor, Alias, Tag, Directive -> add(token, YamlSpan.Kind.REFERENCE);
                default -> {
                    // brackets and the like look like what is around them
                }
            }
        }
    }

    private static YamlSpan.Kind kind(ScalarToken scalar) {
        boolean plain = scalar.getStyle() == ScalarStyle.PLAIN;
        return plain && LITERAL.matcher(scalar.getValue()).matches() ? YamlSpan.Kind.LITERAL : YamlSpan.Kind.STRING;
    }

    private void add(Token token, YamlSpan.Kind kind) {
        int begin = units(token.getStartMark());
        comments(begin);
        int to = units(token.getEndMark());
        if (begin >= end && to > begin) {
            spans.add(new YamlSpan(begin, to, kind));
            end = to;
        }
    }

    /** Between two tokens, what begins with a number sign is a comment. */
    private void comments(int limit) {
        int at = text.indexOf('#', end);
        while (at >= 0 && at < limit) {
            int newline = text.indexOf('\n', at);
            int to = newline < 0 || newline > limit ? limit : newline;
            spans.add(new YamlSpan(at, to, YamlSpan.Kind.COMMENT));
            end = to;
            at = text.indexOf('#', end);
        }
    }

    /** The scanner counts code points; tokens come in order, so that each stretch is counted once. */
    private int units(Mark mark) {
        int index = mark.getIndex();
        units = text.offsetByCodePoints(units, index - codePoints);
        codePoints = index;
        return units;
    }
}
