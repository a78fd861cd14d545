package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to a mapping in YAML. A value of another type than asked for is an error in the findings, and counts as
 * absent.
 */
final class Fields {

    private final String file;
    private final YamlDocument document;
    private final Findings findings;
    private final String pointer;
    private final Map<String, @Nullable Object> values;
    private boolean sound = true;

    private Fields(
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

    /** The document's mapping; an error and no fields where it is something else. */
    static Optional<Fields> of(String file, YamlDocument document, Findings findings) {
        if (document.mapping().isEmpty()) {
            findings.error(
                    file, "", document.line(""), "This is not a mapping. Write keys and values, as in 'name: go'.");
        }
        return document.mapping().map(values -> new Fields(file, document, findings, "", values));
    }

    /** Whether every value so far had the type that it was asked for. */
    boolean sound() {
        return sound;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    /** Text, empty where there is none. */
    String text(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof String) {
            return value == null ? "" : ((String) value).strip();
        }
        boolean scalar = value instanceof Number || value instanceof Boolean;
        error(key, scalar ? "This is read as " + value + ", not as text. Put it in quotes." : "This should be text.");
        return "";
    }

    boolean flag(String key) {
        Object value = values.get(key);
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        error(key, "This should be true or false.");
        return false;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Object value : list(key)) {
            if (value instanceof String text) {
                texts.add(text);
            } else {
                error(key, "The list should have text only. Put numbers in quotes, and remove what is empty.");
            }
        }
        return texts;
    }

    /** A mapping from text to text. */
    SortedMap<String, String> textMap(String key) {
        SortedMap<String, String> texts = new TreeMap<>();
        mapping(key).ifPresent(inner -> {
            for (String name : inner.values.keySet()) {
                texts.put(name, inner.text(name));
            }
            sound &= inner.sound;
        });
        return texts;
    }

    /** A mapping from text to true or false. */
    SortedMap<String, Boolean> flagMap(String key) {
        SortedMap<String, Boolean> flags = new TreeMap<>();
        mapping(key).ifPresent(inner -> {
            for (String name : inner.values.keySet()) {
                flags.put(name, inner.flag(name));
            }
            sound &= inner.sound;
        });
        return flags;
    }

    /** Whatever is there, as it is. */
    Map<String, @Nullable Object> freeForm(String key) {
        return mapping(key)
                .map(inner -> (Map<String, @Nullable Object>) new LinkedHashMap<>(inner.values))
                .orElse(Map.of());
    }

    Optional<Fields> mapping(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        Optional<Fields> fields = fields(value, pointer(key));
        if (fields.isEmpty()) {
            error(key, "This should be a mapping with keys and values.");
        }
        return fields;
    }

    List<Fields> mappings(String key) {
        List<Fields> mappings = new ArrayList<>();
        List<?> values = list(key);
        for (int i = 0; i < values.size(); i++) {
            Optional<Fields> fields = fields(values.get(i), pointer(key) + "/" + i);
            if (fields.isEmpty()) {
                error(key + "/" + i, "This should be a mapping with keys and values.");
            }
            fields.ifPresent(mappings::add);
        }
        return mappings;
    }

    /** Adds an error at a key of this mapping; the empty key stands for the mapping itself. */
    void error(String key, String message) {
        sound = false;
        findings.error(file, pointer(key), line(key), message);
    }

    /** Adds a warning at a key of this mapping. */
    void warning(String key, String message) {
        findings.warning(file, pointer(key), line(key), message);
    }

    private int line(String key) {
        return document.line(pointer(key));
    }

    private String pointer(String key) {
        return key.isEmpty() ? pointer : pointer + "/" + key;
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list;
        }
        if (value != null) {
            error(key, "This should be a list.");
        }
        return List.of();
    }

    @SuppressWarnings("unchecked")
    private Optional<Fields> fields(@Nullable Object value, String at) {
        return value instanceof Map<?, ?> map
                ? Optional.of(new Fields(file, document, findings, at, (Map<String, @Nullable Object>) map))
                : Optional.empty();
    }
}
