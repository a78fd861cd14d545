package io.devfile.registry.catalog.yaml;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Content that odo, Che and other tools, whose libraries read YAML 1.1, read differently from this registry, or not at
 * all.
 *
 * @param message what is read differently and how to avoid it
 */
public record YamlDifference(Position position, String message) {

    private static final int MOST = 20;

    private static final Position START = new Position(1, 1);

    private static final Pattern BOOLEAN = Pattern.compile("y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF");

    private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7]++");

    static List<YamlDifference> in(Node root, String text) {
        List<YamlDifference> found = new ArrayList<>();
        if (text.startsWith("%YAML") && !text.startsWith("%YAML 1.1")) {
            found.add(new YamlDifference(
                    START, "Many tools refuse documents with this directive; remove the line, and the '---' line."));
        }
        if (text.stripLeading().startsWith("{") && !isJson(text)) {
            found.add(new YamlDifference(
                    START,
                    "Many tools read a file that begins with '{' as JSON, but this is not JSON; write"
                            + " it in block style."));
        }
        collect(root, found, Collections.newSetFromMap(new IdentityHashMap<>()));
        return found;
    }

    /** Visits each node once, even if it has several aliases. */
    private static void collect(Node node, List<YamlDifference> found, Set<Node> seen) {
        if (found.size() >= MOST || !seen.add(node)) {
            return;
        }
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                collect(entry.getValueNode(), found, seen);
            }
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> collect(item, found, seen));
        } else if (node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN) {
            Mark mark = scalar.getStartMark();
            Position position = new Position(mark.getLine() + 1, mark.getColumn() + 1);
            String value = scalar.getValue();
            if (BOOLEAN.matcher(value).matches()) {
                found.add(new YamlDifference(
                        position, "Many tools read '" + value + "' as true or false, not as text; put it in quotes."));
            } else if (value.length() < 20 && OCTAL.matcher(value).matches()) {
                found.add(new YamlDifference(
                        position,
                        "Many tools read '" + value + "' as an octal number; put it in quotes, or remove the zero."));
            }
        }
    }

    private static boolean isJson(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            reader.readObject();
            return true;
        } catch (RuntimeException e) {
            // the parser throws several kinds of exceptions
            return false;
        }
    }
}
