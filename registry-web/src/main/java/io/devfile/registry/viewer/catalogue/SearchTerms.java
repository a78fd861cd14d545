package io.devfile.registry.viewer.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Search text, prepared for comparison.
 *
 * @param phrase the whole text; empty if there is nothing to search for
 * @param words its words, each of which an entry must have
 */
record SearchTerms(String phrase, List<String> words) {

    static SearchTerms of(String text) {
        String phrase = normal(text);
        return new SearchTerms(phrase, phrase.isEmpty() ? List.of() : List.of(phrase.split(" ")));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /** Lower case, with one space for white space, hyphens and underscores, so that a title matches a name. */
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\h_-]+", " ")
                .strip();
    }
}
