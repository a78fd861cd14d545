package io.devfile.registry.index.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Words that mean the same, from the file {@code synonyms.txt}. Immutable and thread-safe. */
final class Synonyms {

    private static final Synonyms ALL = read();

    private final Map<String, Set<String>> others;

    private Synonyms(Map<String, Set<String>> others) {
        this.others = others;
    }

    static Synonyms all() {
        return ALL;
    }

    /** The other words with the meaning of a word. */
    Set<String> of(String word) {
        return others.getOrDefault(word, Set.of());
    }

    private static Synonyms read() {
        try (InputStream file = Synonyms.class.getResourceAsStream("synonyms.txt")) {
            Map<String, Set<String>> others = new HashMap<>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.isBlank() && !line.startsWith("# ")) {
                    List<String> group = List.of(line.strip().split("\\s*=\\s*"));
                    for (String word : group) {
                        Set<String> rest = others.computeIfAbsent(word, any -> new TreeSet<>());
                        rest.addAll(group);
                        rest.remove(word);
                    }
                }
            }
            return new Synonyms(others);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
