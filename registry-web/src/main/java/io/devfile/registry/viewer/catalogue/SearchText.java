package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.index.model.IndexEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * The text by which an entry can be found, prepared for search. The best match is a name that equals the search text,
 * then a name that begins with it, then a word, then a part of a word; among equal matches, the first field.
 */
final class SearchText {

    private static final int EXACT = 4;
    private static final int PREFIX = 3;
    private static final int WORD = 2;
    private static final int SUBSTRING = 1;

    /** Larger than the number of fields. */
    private static final int STEP = 10;

    private final List<Field> fields;

    private record Field(String text, boolean isName, int worth) {}

    private SearchText(List<Field> fields) {
        this.fields = fields;
    }

    static SearchText of(IndexEntry entry) {
        List<List<String>> texts = List.of(
                List.of(entry.name()),
                List.of(entry.displayName()),
                entry.tags(),
                List.of(entry.language()),
                List.of(entry.projectType()),
                List.of(entry.provider()),
                List.of(entry.description()));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            for (String text : texts.get(i)) {
                String normal = SearchTerms.normal(text);
                if (!normal.isEmpty()) {
                    fields.add(new Field(normal, i < 2, texts.size() - i));
                }
            }
        }
        return new SearchText(List.copyOf(fields));
    }

    /** 0 if a word is not found; otherwise, higher is better. */
    long relevance(SearchTerms terms) {
        long words = 0;
        for (String word : terms.words()) {
            int worth = worth(word);
            if (worth == 0) {
                return 0;
            }
            words += worth;
        }
        long phrase = terms.words().size() > 1 ? worth(terms.phrase()) : 0;
        return phrase * 1_000_000 + words;
    }

    private int worth(String term) {
        int best = 0;
        for (Field field : fields) {
            // no match in this field could be better than the best match so far
            int most = (field.isName() ? EXACT : WORD) * STEP + field.worth();
            if (most > best) {
                int kind = kind(field, term);
                if (kind > 0) {
                    best = Math.max(best, kind * STEP + field.worth());
                }
            }
        }
        return best;
    }

    private static int kind(Field field, String term) {
        int at = field.text().indexOf(term);
        if (at < 0) {
            return 0;
        }
        if (field.isName() && at == 0) {
            return field.text().length() == term.length() ? EXACT : PREFIX;
        }
        for (; at >= 0; at = field.text().indexOf(term, at + 1)) {
            if (isWord(field.text(), at, at + term.length())) {
                return WORD;
            }
        }
        return SUBSTRING;
    }

    private static boolean isWord(String text, int begin, int end) {
        return (begin == 0 || !Character.isLetterOrDigit(text.codePointBefore(begin)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }
}
