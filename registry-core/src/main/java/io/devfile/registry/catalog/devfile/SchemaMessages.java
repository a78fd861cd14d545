package io.devfile.registry.catalog.devfile;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import io.devfile.registry.catalog.yaml.JsonPointer;
import io.devfile.registry.text.ClosestNames;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Translates the errors of the schema validator into sentences for the author of a devfile. */
final class SchemaMessages {

    private final Map<String, @Nullable Object> schema;

    SchemaMessages(Map<String, @Nullable Object> schema) {
        this.schema = schema;
    }

    SchemaError of(Error error) {
        String pointer = SchemaError.pointer(error);
        String property = error.getProperty() == null ? "" : error.getProperty();
        return switch (error.getKeyword()) {
            case "additionalProperties" ->
                new SchemaError(JsonPointer.child(pointer, property), unknown(property, error));
            case "required" -> new SchemaError(pointer, "'" + property + "' is missing; add it.");
            case "type" -> new SchemaError(pointer, wrongType(error));
            case "enum" ->
                new SchemaError(
                        pointer,
                        value(error) + " is not allowed here; write one of " + texts(error.getSchemaNode()) + ".");
            case "maxLength" ->
                new SchemaError(
                        pointer,
                        value(error) + " is longer than "
                                + error.getSchemaNode().asString("") + " characters; shorten it.");
            case "pattern" ->
                new SchemaError(
                        pointer,
                        value(error) + " is not valid; change it so that "
                                + describing(error).get("description") + ".");
            case "uniqueItems" ->
                new SchemaError(pointer, "The same value is in this list twice; remove one of the two.");
            case "oneOf" -> new SchemaError(pointer, wrongChoice(error));
            default -> new SchemaError(pointer, "This is not allowed here; remove it.");
        };
    }

    /** The keys that are present, among the keys from which a {@code oneOf} requires one. */
    static List<String> chosen(Error oneOf) {
        return choices(oneOf).stream().filter(oneOf.getInstanceNode()::has).toList();
    }

    private static List<String> choices(Error oneOf) {
        List<String> names = new ArrayList<>();
        for (JsonNode branch : oneOf.getSchemaNode()) {
            names.add(branch.path("required").path(0).asString(""));
        }
        return names;
    }

    private static String wrongChoice(Error error) {
        List<String> chosen = chosen(error);
        String choices = String.join(", ", choices(error));
        return chosen.isEmpty()
                ? "One of these keys is required, but none is here: " + choices + "; add one."
                : "Only one of " + choices + " is allowed here; keep only one of " + String.join(", ", chosen) + ".";
    }

    private String unknown(String property, Error error) {
        Set<?> known = describing(error).get("properties") instanceof Map<?, ?> map ? map.keySet() : Set.of();
        String names =
                String.join(", ", known.stream().map(String::valueOf).sorted().toList());
        String meant = ClosestNames.misspelt(
                        property, known.stream().map(String::valueOf).toList())
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
        return SafeText.quoted(property) + " is not known here; remove it or correct its spelling." + meant
                + " The known keys are " + names + ".";
    }

    private static String wrongType(Error error) {
        JsonNode value = error.getInstanceNode();
        String expected = error.getSchemaNode().asString("");
        String sentence = "This must be " + name(expected) + ", but is " + name(value) + "; ";
        if (value.isNull()) {
            return sentence + "write it here, or remove the key.";
        } else if (expected.equals("string") && value.isValueNode()) {
            return sentence + "put it in quotes.";
        } else if (value.isString() && expected.equals("integer")) {
            return sentence + "write digits without quotes.";
        } else if (value.isString() && expected.equals("boolean")) {
            return sentence + "write true or false without quotes.";
        }
        return sentence + "correct it.";
    }

    private static String name(String type) {
        return switch (type) {
            case "string" -> "text";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "array" -> "a list";
            default -> "a mapping";
        };
    }

    private static String name(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL -> "empty";
            case STRING -> "text";
            case BOOLEAN -> "a boolean";
            case NUMBER -> "a number";
            case ARRAY -> "a list";
            default -> "a mapping";
        };
    }

    private static String value(Error error) {
        return "'" + SafeText.of(error.getInstanceNode().asString("")) + "'";
    }

    private static String texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asString("")));
        return String.join(", ", texts);
    }

    /** The schema object that contains the violated keyword. */
    private Map<?, ?> describing(Error error) {
        NodePath path = error.getSchemaLocation().getFragment();
        Object place = schema;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            Object step = path.getElement(i);
            if (place instanceof Map<?, ?> map) {
                place = map.get(String.valueOf(step));
            } else if (place instanceof List<?> list && step instanceof Integer index) {
                place = list.get(index);
            }
        }
        return place instanceof Map<?, ?> map ? map : Map.of();
    }
}
