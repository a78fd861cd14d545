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
 * Finds keys, strings, comments and so on in a YAML text, in the same way as the YAML scanner. In a text that is not
 * YAML, finds those before the error. For one text and one thread.
 */
final class YamlSpans {

    /** Text that the core schema does not read as a string. */
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

    /** The spans in their order; they do not overlap. */
    static List<YamlSpan> of(String text) {
        YamlSpans found = new YamlSpans(text);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            found.scan(new ScannerImpl(new StreamReader(text), options));
        } catch (YAMLException e) {
            // a text that is not YAML is shown anyway; only the colours are missing from here on
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
                    // brackets and similar tokens have no colour of their own
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

    /** Between two tokens, text that begins with a number sign is a comment. */
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

    /** The scanner counts code points. Tokens come in order, so each part of the text is counted only once. */
    private int units(Mark mark) {
        int index = mark.getIndex();
        units = text.offsetByCodePoints(units, index - codePoints);
        codePoints = index;
        return units;
    }
}
