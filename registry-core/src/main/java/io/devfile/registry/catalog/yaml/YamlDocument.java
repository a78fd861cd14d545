package io.devfile.registry.catalog.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML document that was read. Unmodifiable and safe to share between threads. It keeps the data that it needs to
 * find lines: keep only {@link #value()} if lines are no longer needed.
 */
public final class YamlDocument {

    private final Object value;
    private final Node root;
    private final String text;

    YamlDocument(Object value, Node root, String text) {
        this.value = value;
        this.root = root;
        this.text = text;
    }

    /** Content that tools with a YAML 1.1 parser read differently from this reader. */
    public List<YamlDifference> differences() {
        return YamlDifference.in(root, text);
    }

    /**
     * A Map from String in document order, a List, a String, Boolean, Integer, Long, BigInteger or Double (finite).
     * Maps and lists can also contain null. Maps and lists are unmodifiable, and their depth and size are within the
     * reader's limits.
     */
    public Object value() {
        return value;
    }

    /** The value, if it is a map. */
    @SuppressWarnings("unchecked")
    public Optional<Map<String, @Nullable Object>> mapping() {
        return value instanceof Map<?, ?> map ? Optional.of((Map<String, @Nullable Object>) map) : Optional.empty();
    }

    /**
     * The position of the value that a pointer points to: that of the key for an entry of a mapping, that of its beginning
     * for an item of a list. If the value does not exist, the position of the nearest one around it.
     *
     * @param jsonPointer as in RFC 6901; empty for the document
     */
    public Position position(String jsonPointer) {
        Node node = root;
        Position position = position(root);
        for (String token : JsonPointer.tokens(jsonPointer)) {
            if (node instanceof SequenceNode sequence) {
                Node item = item(sequence, token);
                if (item == null) {
                    return position;
                }
                node = item;
                position = position(item);
            } else if (node instanceof MappingNode mapping) {
                NodeTuple entry = entry(mapping, token);
                if (entry == null) {
                    return position;
                }
                node = entry.getValueNode();
                position = position(entry.getKeyNode());
            } else {
                return position;
            }
        }
        return position;
    }

    /** The entry of a mapping that a pointer points to; empty if there is no such entry. */
    Optional<NodeTuple> entryAt(String jsonPointer) {
        Node node = root;
        NodeTuple found = null;
        for (String token : JsonPointer.tokens(jsonPointer)) {
            found = node instanceof MappingNode mapping ? entry(mapping, token) : null;
            Node next = found != null
                    ? found.getValueNode()
                    : node instanceof SequenceNode sequence ? item(sequence, token) : null;
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.ofNullable(found);
    }

    private static Position position(Node node) {
        Mark mark = node.getStartMark();
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static @Nullable Node item(SequenceNode sequence, String token) {
        List<Node> items = sequence.getValue();
        boolean isIndex =
                !token.isEmpty() && token.length() < 10 && token.chars().allMatch(c -> c >= '0' && c <= '9');
        int index = isIndex ? Integer.parseInt(token) : items.size();
        return index < items.size() ? items.get(index) : null;
    }

    private static @Nullable NodeTuple entry(MappingNode mapping, String key) {
        for (NodeTuple entry : mapping.getValue()) {
            if (!MergeKey.is(entry)
                    && ((ScalarNode) entry.getKeyNode()).getValue().equals(key)) {
                return entry;
            }
        }
        for (NodeTuple entry : mapping.getValue()) {
            if (MergeKey.is(entry)) {
                return mergedEntry(entry, key);
            }
        }
        return null;
    }

    private static @Nullable NodeTuple mergedEntry(NodeTuple merge, String key) {
        Node value = merge.getValueNode();
        List<Node> merged = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        for (Node node : merged) {
            NodeTuple entry = entry((MappingNode) node, key);
            if (entry != null) {
                return entry;
            }
        }
        return null;
    }
}
