package io.devfile.registry.catalog.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Changes single entries of a document in place, and leaves every other character as it is: comments, order, quotes and
 * line ends. All pointers refer to the original document. For one thread.
 */
public final class YamlRewriting {

    private static final int LONGEST_PLAIN = 1000;

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*+(?:[./][A-Za-z0-9_-]++)++");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String IMPOSSIBLE =
            "This value cannot be changed in place; write it without anchors, aliases and merge keys.";

    /** @param text replaces the text from {@code start} to {@code end}, in UTF-16 units */
    private record Edit(int start, int end, String text) {}

    private final boolean marked;
    private final String text;
    private final YamlDocument document;
    private final List<Edit> edits = new ArrayList<>();
    private final List<ValueChange> changes = new ArrayList<>();

    private YamlRewriting(boolean marked, String text, YamlDocument document) {
        this.marked = marked;
        this.text = text;
        this.document = document;
    }

    /** @throws YamlReadException as {@link YamlReader#read} */
    public static YamlRewriting of(byte[] bytes) throws YamlReadException {
        YamlDocument document = new YamlReader().read(bytes);
        String text = YamlText.decode(bytes, YamlLimits.DEFAULT.codePoints());
        boolean marked = new String(bytes, StandardCharsets.UTF_8).startsWith(BYTE_ORDER_MARK);
        return new YamlRewriting(marked, text, document);
    }

    /** The original document. */
    public YamlDocument document() {
        return document;
    }

    /**
     * Changes the value of an entry.
     *
     * @param pointer to an entry whose value is a scalar
     * @throws YamlReadException if there is no such entry
     */
    public void set(String pointer, String value) throws YamlReadException {
        NodeTuple entry = entry(pointer);
        edits.add(edit((ScalarNode) entry.getValueNode(), value));
        changes.add(ValueChange.set(pointer, value));
    }

    /**
     * Changes the key and the value of an entry.
     *
     * @param key consists of letters
     * @param pointer to an entry whose value is a scalar
     * @throws YamlReadException if there is no such entry
     */
    public void set(String pointer, String key, String value) throws YamlReadException {
        NodeTuple entry = entry(pointer);
        Node old = entry.getKeyNode();
        edits.add(new Edit(offset(old.getStartMark()), offset(old.getEndMark()), key));
        edits.add(edit((ScalarNode) entry.getValueNode(), value));
        changes.add(ValueChange.set(pointer, key, value));
    }

    /**
     * Removes an entry, and its line if the line contains nothing else.
     *
     * @param pointer to an entry whose value is a scalar
     * @throws YamlReadException if there is no such entry
     */
    public void remove(String pointer) throws YamlReadException {
        NodeTuple entry = entry(pointer);
        int start = offset(entry.getKeyNode().getStartMark());
        int end = offset(entry.getValueNode().getEndMark());
        edits.add(removal(start, end));
        changes.add(ValueChange.remove(pointer));
    }

    /**
     * The document with all changes.
     *
     * @throws YamlReadException if the changes would also change something else, as with an alias
     */
    public byte[] bytes() throws YamlReadException {
        byte[] changed = ((marked ? BYTE_ORDER_MARK : "") + edited()).getBytes(StandardCharsets.UTF_8);
        Object expected = document.value();
        for (ValueChange change : changes) {
            expected = change.in(expected);
        }
        Object found = read(changed);
        if (!found.equals(expected)) {
            throw new YamlReadException(IMPOSSIBLE, 0, 0);
        }
        return changed;
    }

    private static Object read(byte[] changed) throws YamlReadException {
        try {
            return new YamlReader().read(changed).value();
        } catch (YamlReadException e) {
            throw new YamlReadException(IMPOSSIBLE, 0, 0, e);
        }
    }

    private String edited() {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (Edit edit :
                edits.stream().sorted(Comparator.comparingInt(Edit::start)).toList()) {
            if (edit.start() > copied) {
                result.append(text, copied, edit.start());
            }
            result.append(edit.text());
            copied = Math.max(copied, edit.end());
        }
        return result.append(text, copied, text.length()).toString();
    }

    private NodeTuple entry(String pointer) throws YamlReadException {
        Optional<NodeTuple> entry = document.entryAt(pointer);
        if (entry.isEmpty()) {
            throw new YamlReadException("There is no value at " + pointer + " to change.", 0, 0);
        }
        Node value = entry.get().getValueNode();
        if (!(value instanceof ScalarNode)) {
            throw YamlReadException.at(value, IMPOSSIBLE);
        }
        return entry.get();
    }

    private Edit edit(ScalarNode node, String value) {
        int start = offset(node.getStartMark());
        int end = offset(node.getEndMark());
        // a literal or folded scalar ends with a line break
        boolean ofLines = end > start && text.charAt(end - 1) == '\n';
        return new Edit(start, end, scalar(value) + (ofLines ? "\n" : ""));
    }

    private static String scalar(String value) {
        if (value.length() < LONGEST_PLAIN && PLAIN.matcher(value).matches()) {
            return value;
        }
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c < 127) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append("\\U%08X".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }

    private Edit removal(int start, int end) {
        int lineStart = text.lastIndexOf('\n', start - 1) + 1;
        if (text.substring(lineStart, start).isBlank()) {
            if (text.charAt(end - 1) == '\n') {
                return new Edit(lineStart, end, "");
            }
            int newline = text.indexOf('\n', end);
            int lineEnd = newline < 0 ? text.length() : newline + 1;
            String rest = text.substring(end, lineEnd).strip();
            if (rest.isEmpty() || rest.startsWith("#")) {
                return new Edit(lineStart, lineEnd, "");
            }
        }
        int after = end;
        while (after < text.length() && text.charAt(after) == ' ') {
            after++;
        }
        if (after < text.length() && text.charAt(after) == ',') {
            boolean spaced = after + 1 < text.length() && text.charAt(after + 1) == ' ';
            return new Edit(start, spaced ? after + 2 : after + 1, "");
        }
        int before = start;
        while (before > 0 && Character.isWhitespace(text.charAt(before - 1))) {
            before--;
        }
        return before > 0 && text.charAt(before - 1) == ',' ? new Edit(before - 1, end, "") : new Edit(start, end, "");
    }

    private int offset(Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
