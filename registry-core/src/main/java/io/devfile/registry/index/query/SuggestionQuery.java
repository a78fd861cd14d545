package io.devfile.registry.index.query;

import java.util.List;
import java.util.Map;

/**
 * A parsed and validated request for suggestions while typing. Immutable.
 *
 * @param text what was typed, never blank, at most {@value IndexQuery#LONGEST_SEARCH} characters
 * @param limit the maximum number of suggestions, from 1 to {@value #MAX_LIMIT}
 */
public record SuggestionQuery(String text, int limit) {

    static final int MAX_LIMIT = 50;

    private static final int DEFAULT_LIMIT = 10;
    static final String TEXT = "q";

    /**
     * @param parameters decoded values by name
     * @throws InvalidParameterException if there is no text, or a value is not valid for its parameter
     */
    public static SuggestionQuery parse(Map<String, List<String>> parameters) throws InvalidParameterException {
        Parameters given = new Parameters(parameters);
        String text =
                given.values(TEXT, IndexQuery::searchText).stream().findFirst().orElse("");
        if (text.isEmpty()) {
            throw new InvalidParameterException(
                    TEXT, "The parameter " + TEXT + " is missing; give the words to search for.");
        }
        return new SuggestionQuery(text, Math.min(Page.limit(given, DEFAULT_LIMIT), MAX_LIMIT));
    }
}
