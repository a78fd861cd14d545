package io.devfile.registry.catalog.yaml;

import java.util.IdentityHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Calculates the size of a document with its aliases expanded, without expanding them: every node is measured once.
 * Anchors come before their aliases, so the recursion is not deeper than the document as it is written.
 */
final class AliasExpansion {

    private static final Size BEING_MEASURED = new Size(0, 0, 0);

    private final YamlLimits limits;
    private final Map<Node, Size> sizes = new IdentityHashMap<>();

    private record Size(long nodes, long text, int depth) {}

    private AliasExpansion(YamlLimits limits) {
        this.limits = limits;
    }

    /** @throws YamlReadException if the document is too large, or contains itself */
    static void check(Node root, YamlLimits limits) throws YamlReadException {
        new AliasExpansion(limits).measure(root);
    }

    private Size measure(Node node) throws YamlReadException {
        Size known = sizes.get(node);
        if (known == BEING_MEASURED) {
            throw YamlReadException.at(
                    node, "The anchor here contains an alias for itself; write out the content instead of the alias.");
        }
        if (known != null) {
            return known;
        }
        sizes.put(node, BEING_MEASURED);
        Size size = new Size(1, 0, 0);
        if (node instanceof ScalarNode scalar) {
            size = new Size(1, scalar.getValue().length(), 0);
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                size = add(node, size, measure(item));
            }
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                size = add(node, size, measure(entry.getKeyNode()));
                size = add(node, size, measure(entry.getValueNode()));
            }
        }
        sizes.put(node, size);
        return size;
    }

    private Size add(Node parent, Size size, Size child) throws YamlReadException {
        Size sum = new Size(size.nodes + child.nodes, size.text + child.text, Math.max(size.depth, child.depth + 1));
        if (sum.nodes > limits.nodes()) {
            throw YamlReadException.at(
                    parent,
                    "There are more than " + limits.nodes()
                            + " values here, because the content of an alias counts each time;" + " make it smaller.");
        }
        if (sum.text > limits.codePoints() * 2L) {
            throw YamlReadException.at(
                    parent,
                    "The document with its expanded aliases is longer than the limit; use fewer aliases, or"
                            + " shorter content.");
        }
        if (sum.depth > limits.depth()) {
            throw YamlReadException.at(
                    parent, "Mappings and lists are nested more than " + limits.depth() + " deep; flatten them.");
        }
        return sum;
    }
}
