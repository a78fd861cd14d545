package io.devfile.registry.index.search;

import java.util.Set;

/**
 * What an entry is found by, in addition to its fields. Immutable.
 *
 * @param keywords what its devfiles contain: images, commands and ports
 * @param readmes the beginnings of its READMEs
 */
public record SearchTexts(Set<String> keywords, Set<String> readmes) {

    public static final SearchTexts NONE = new SearchTexts(Set.of(), Set.of());

    public SearchTexts {
        keywords = Set.copyOf(keywords);
        readmes = Set.copyOf(readmes);
    }
}
