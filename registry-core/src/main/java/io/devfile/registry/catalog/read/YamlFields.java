package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.JsonPointer;
import io.devfile.registry.catalog.yaml.YamlDocument;
import io.devfile.registry.text.ClosestNames;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to a mapping in YAML. A value of another type than requested is an error in the findings, and counts as
 * absent. An error in a mapping also counts as an error of the mapping that contains it. An error in an item of a list
 * does not, because the other items can be served without it.
 */
final class YamlFields {

    private final String file;
    private final YamlDocument document;
    private final Findings findings;
    private final String pointer;
    private final Map<String, @Nullable Object> values;
    private final List<YamlFields> inner = new ArrayList<>();
    private final Set<String> wrong = new HashSet<>();
    private boolean sound = true;

    private YamlFields(
            String file,
            YamlDocument document,
            Findings findings,
            String pointer,
            Map<String, @Nullable Object> values) {
        this.file = file;
        this.document = document;
        this.findings = findings;
        this.pointer = pointer;
        this.values = values;
    }

    /** The document's mapping; an error is added and no fields are returned if the document is something else. */
    static Optional<YamlFields> of(String file, YamlDocument document, Findings findings) {
        if (document.mapping().isEmpty()) {
            findings.error(
                    Rule.WRONG_TYPE,
                    file,
                    "",
                    document.position(""),
                    "This is not a mapping. Write keys and values, as in 'name: go'.");
        }
        return document.mapping().map(values -> new YamlFields(file, document, findings, "", values));
    }

    /** Whether no error was found so far, here and in the nested mappings. */
    boolean sound() {
        return sound && inner.stream().allMatch(YamlFields::sound);
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    /** Whether there is no value, or only blank text. A value of another type is not blank but an error. */
    boolean isBlank(String key) {
        Object value = values.get(key);
        return value == null || value instanceof String text && text.isBlank();
    }

    /** The text; empty if there is none. */
    String text(String key) {
        Object value = values.get(key);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            int limit = key.equals("description") ? Limits.DESCRIPTION : Limits.TEXT;
            boolean fits = text.length() <= limit || key.equals("icon") && text.startsWith("data:");
            if (!fits) {
                wrong(Rule.TEXT_LENGTH, pointer(key), tooLong(text, limit));
            }
            return fits ? text.strip() : "";
        }
        boolean scalar = value instanceof Number || value instanceof Boolean;
        wrong(
                pointer(key),
                scalar ? "This is read as " + value + ", not as text. Put it in quotes." : "This should be text.");
        return "";
    }

    /** The text or the number, as text; empty if there is neither, or if it is too long. Reports nothing. */
    String plain(String key) {
        Object value = values.get(key);
        boolean scalar = value instanceof String || value instanceof Number;
        return scalar && value.toString().length() <= Limits.TEXT
                ? value.toString().strip()
                : "";
    }

    boolean flag(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        wrong(pointer(key), "This should be true or false.");
        return false;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        List<?> values = list(key);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String text && text.length() <= Limits.TEXT) {
                texts.add(text);
            } else if (values.get(i) instanceof String text) {
                wrong(Rule.TEXT_LENGTH, JsonPointer.child(pointer(key), i), tooLong(text, Limits.TEXT));
            } else {
                wrong(
                        JsonPointer.child(pointer(key), i),
                        "The list should have only text. Put numbers in quotes, and remove empty items.");
            }
        }
        return texts;
    }

    /** A mapping from text to text. */
    SortedMap<String, String> textMap(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        mapping(key).ifPresent(mapping -> mapping.values.keySet().forEach(name -> texts.put(name, mapping.text(name))));
        return texts;
    }

    /** A mapping from text to true or false. */
    SortedMap<String, Boolean> flagMap(String key) {
        SortedMap<String, Boolean> flags = new TreeMap<>();
        mapping(key).ifPresent(mapping -> mapping.values.keySet().forEach(name -> flags.put(name, mapping.flag(name))));
        return flags;
    }

    /** The mapping without any check of its values. */
    Map<String, @Nullable Object> freeForm(String key) {
        return mapping(key)
                .map(mapping -> (Map<String, @Nullable Object>) new LinkedHashMap<>(mapping.values))
                .orElse(Map.of());
    }

    Optional<YamlFields> mapping(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<YamlFields> fields = fields(value, pointer(key));
        if (fields.isEmpty()) {
            wrong(pointer(key), "This should be a mapping with keys and values.");
        }
        fields.ifPresent(inner::add);
        return fields;
    }

    /** As {@link #mapping}, but empty fields if there is no mapping. */
    YamlFields mappingOrEmpty(String key) {
        return mapping(key).orElseGet(() -> new YamlFields(file, document, findings, pointer(key), Map.of()));
    }

    List<YamlFields> mappings(String key) {
        List<YamlFields> mappings = new ArrayList<>();
        List<?> values = list(key);
        for (int i = 0; i < values.size(); i++) {
            String at = JsonPointer.child(pointer(key), i);
            Optional<YamlFields> fields = fields(values.get(i), at);
            if (fields.isEmpty()) {
                wrong(at, "This should be a mapping with keys and values.");
            }
            fields.ifPresent(mappings::add);
        }
        return mappings;
    }

    /** Adds an error at a key of this mapping; the empty key means the mapping itself. */
    void error(Rule rule, String key, String message) {
        errorAt(rule, pointer(key), message);
    }

    /** Warns about unknown keys that are very similar to a known key. */
    void warnOfMisspelt(Collection<String> known) {
        values.keySet()
                .forEach(key -> ClosestNames.misspelt(key, known)
                        .ifPresent(name -> warning(
                                Rule.UNKNOWN_KEY,
                                key,
                                SafeText.quoted(key) + " is not known here. Did you mean '" + name + "'?")));
    }

    /** Adds a warning at a key of this mapping. */
    void warning(Rule rule, String key, String message) {
        findings.warning(rule, file, pointer(key), document.position(pointer(key)), message);
    }

    /** Reports only once that a value is of the wrong type, even if it is read several times. */
    private void wrong(String at, String message) {
        wrong(Rule.WRONG_TYPE, at, message);
    }

    private void wrong(Rule rule, String at, String message) {
        if (wrong.add(at)) {
            errorAt(rule, at, message);
        }
    }

    private void errorAt(Rule rule, String at, String message) {
        sound = false;
        findings.error(rule, file, at, document.position(at), message);
    }

    private static String tooLong(String text, int limit) {
        return "This text has " + text.length() + " characters, which is too long. Shorten it to " + limit + ".";
    }

    private String pointer(String key) {
        return key.isEmpty() ? pointer : JsonPointer.child(pointer, key);
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list;
        }
        if (value != null) {
            wrong(pointer(key), "This should be a list.");
        }
        return List.of();
    }

    @SuppressWarnings("unchecked")
    private Optional<YamlFields> fields(@Nullable Object value, String at) {
        return value instanceof Map<?, ?> map
                ? Optional.of(new YamlFields(file, document, findings, at, (Map<String, @Nullable Object>) map))
                : Optional.empty();
    }
}
