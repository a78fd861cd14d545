package io.devfile.registry.catalog.yaml;

import io.devfile.registry.toolkit.text.SafeText;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The plain value of a scalar: null, String, Boolean, Integer, Long, BigInteger or a finite Double. */
final class ScalarValue {

    private static final int LONGEST_INTEGER = 1000;

    private ScalarValue() {}

    static @Nullable Object of(ScalarNode node) throws YamlReadException {
        Tag tag = node.getTag();
        String text = node.getValue();
        if (tag.equals(Tag.STR) || tag.equals(Tag.MERGE)) {
            return text;
        }
        if (tag.equals(Tag.NULL)) {
            require(CoreSchema.NULL, node);
            return null;
        }
        if (tag.equals(Tag.BOOL)) {
            require(CoreSchema.BOOL, node);
            return Boolean.valueOf(text);
        }
        if (tag.equals(Tag.INT)) {
            require(CoreSchema.INT, node);
            if (text.length() > LONGEST_INTEGER) {
                throw YamlReadException.at(
                        node, SafeText.quoted(text) + " has too many digits for a number; put it in quotes.");
            }
            return integer(text);
        }
        if (tag.equals(Tag.FLOAT)) {
            require(CoreSchema.FLOAT, node);
            return real(node);
        }
        throw unknownTag(node, tag);
    }

    static YamlReadException unknownTag(Node node, Tag tag) {
        return YamlReadException.at(
                node,
                "The tag '" + SafeText.of(tag.getValue()) + "' is not supported; remove it and write plain YAML.");
    }

    private static void require(Pattern pattern, ScalarNode node) throws YamlReadException {
        if (!pattern.matcher(node.getValue()).matches()) {
            throw YamlReadException.at(
                    node, SafeText.quoted(node.getValue()) + " does not match its tag; remove the tag.");
        }
    }

    private static Object integer(String text) {
        BigInteger value;
        if (text.startsWith("0x")) {
            value = new BigInteger(text.substring(2), 16);
        } else if (text.startsWith("0o")) {
            value = new BigInteger(text.substring(2), 8);
        } else {
            value = new BigInteger(text);
        }
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        }
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    // All values are converted to JSON in the end, and JSON supports only finite numbers.
    private static Object real(ScalarNode node) throws YamlReadException {
        String text = node.getValue();
        double value = text.regionMatches(true, text.length() - 3, "inf", 0, 3)
                        || text.regionMatches(true, text.length() - 3, "nan", 0, 3)
                ? Double.POSITIVE_INFINITY
                : Double.parseDouble(text);
        if (Double.isInfinite(value)) {
            throw YamlReadException.at(
                    node, SafeText.quoted(text) + " is not a number that JSON can represent; put it in quotes.");
        }
        return value;
    }
}
