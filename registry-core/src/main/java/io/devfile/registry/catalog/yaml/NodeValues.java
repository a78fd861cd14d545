package io.devfile.registry.catalog.yaml;

import io.devfile.registry.toolkit.text.SafeText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Converts nodes to unmodifiable values; {@link AliasExpansion} must have checked their size before. An alias shares its
 * anchor's value.
 */
final class NodeValues {

    private final Map<Node, Object> collections = new IdentityHashMap<>();

    @Nullable
    Object of(Node node) throws YamlReadException {
        if (node instanceof ScalarNode scalar) {
            return ScalarValue.of(scalar);
        }
        Object known = collections.get(node);
        if (known != null) {
            return known;
        }
        Object value = node instanceof MappingNode mapping ? map(mapping) : list((SequenceNode) node);
        collections.put(node, value);
        return value;
    }

    private List<@Nullable Object> list(SequenceNode node) throws YamlReadException {
        requireTag(node, Tag.SEQ);
        List<@Nullable Object> list = new ArrayList<>(node.getValue().size());
        for (Node item : node.getValue()) {
            list.add(of(item));
        }
        return Collections.unmodifiableList(list);
    }

    private Map<String, @Nullable Object> map(MappingNode node) throws YamlReadException {
        requireTag(node, Tag.MAP);
        Map<String, Integer> ownKeys = ownKeys(node);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (MergeKey.is(entry)) {
                for (MappingNode merged : MergeKey.mappings(entry)) {
                    mergeInto(map, merged, ownKeys);
                }
            } else {
                map.put(key(entry.getKeyNode()), of(entry.getValueNode()));
            }
        }
        return Collections.unmodifiableMap(map);
    }

    private void mergeInto(Map<String, @Nullable Object> map, MappingNode merged, Map<String, Integer> ownKeys)
            throws YamlReadException {
        if (of(merged) instanceof Map<?, ?> values) {
            values.forEach((key, value) -> {
                String name = (String) key;
                if (!ownKeys.containsKey(name) && !map.containsKey(name)) {
                    map.put(name, value);
                }
            });
        }
    }

    private static Map<String, Integer> ownKeys(MappingNode node) throws YamlReadException {
        Map<String, Integer> lines = new HashMap<>();
        boolean merges = false;
        for (NodeTuple entry : node.getValue()) {
            Node keyNode = entry.getKeyNode();
            if (MergeKey.is(entry)) {
                if (merges) {
                    throw YamlReadException.at(
                            keyNode,
                            "'<<' is in this mapping twice; name all merged mappings in one list: <<: [*a, *b].");
                }
                merges = true;
                continue;
            }
            String key = key(keyNode);
            Integer before = lines.putIfAbsent(key, keyNode.getStartMark().getLine() + 1);
            if (before != null) {
                throw YamlReadException.at(
                        keyNode,
                        SafeText.quoted(key) + " is already on line " + before + " of the same mapping;"
                                + " remove one of the two.");
            }
        }
        return lines;
    }

    static String key(Node node) throws YamlReadException {
        if (!(node instanceof ScalarNode scalar)) {
            throw YamlReadException.at(node, "A mapping or a list cannot be a key; use text for the key.");
        }
        if (scalar.getTag().equals(Tag.NULL)) {
            throw YamlReadException.at(
                    node,
                    scalar.getValue().isEmpty()
                            ? "The key before ':' is missing; add it."
                            : "'" + scalar.getValue() + "' is read as null, not as a key; put it in quotes.");
        }
        return scalar.getValue();
    }

    private static void requireTag(Node node, Tag tag) throws YamlReadException {
        if (!node.getTag().equals(tag)) {
            throw ScalarValue.unknownTag(node, node.getTag());
        }
    }
}
