package io.devfile.registry.catalog.yaml;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** An unquoted {@code <<}, and the mappings that it merges. */
final class MergeKey {

    private MergeKey() {}

    static boolean is(NodeTuple entry) {
        return entry.getKeyNode().getTag().equals(Tag.MERGE);
    }

    /** In order of precedence: the first mapping that has a key takes precedence. */
    static List<MappingNode> mappings(NodeTuple entry) throws YamlReadException {
        Node value = entry.getValueNode();
        List<Node> nodes = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        List<MappingNode> mappings = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            if (!(node instanceof MappingNode mapping)) {
                throw YamlReadException.at(
                        node, "'<<' merges mappings only; give it an alias for a mapping, or a list of such aliases.");
            }
            mappings.add(mapping);
        }
        return mappings;
    }
}
