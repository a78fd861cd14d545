package io.devfile.registry.index.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A description of a request parameter for people and tools. It is derived from the code that parses requests, so it is
 * always consistent with it.
 *
 * @param matches the effect of the parameter, as a sentence
 * @param repeatable whether several values make sense; all of them must match
 * @param choices the permitted values; empty if other values are permitted
 * @param pattern a regular expression for a value; null if any text is permitted, or one of the choices
 */
public record QueryParameter(
        String name,
        String matches,
        boolean repeatable,
        List<String> choices,
        @Nullable String pattern) {

    private static final List<String> FLAG = List.of("true", "false");

    public QueryParameter {
        choices = List.copyOf(choices);
    }

    /** The parameters that {@link IndexQuery#parse} reads for a format, in the order of the documentation. */
    public static List<QueryParameter> of(IndexFormat format) {
        List<QueryParameter> all = new ArrayList<>();
        all.add(new QueryParameter(
                IndexQuery.SEARCH,
                "Only entries with these words, the most relevant first. Words are found in names, tags, languages,"
                        + " descriptions, images, commands, ports and READMEs; a word may be the beginning of one, and is"
                        + " corrected if it is found nowhere.",
                false,
                List.of(),
                null));
        Stream.of(SearchField.values())
                .filter(field -> field.appliesTo(format))
                .map(field -> of(field, format))
                .forEach(all::add);
        if (format == IndexFormat.V2) {
            RangeField.ALL.forEach(field -> all.addAll(of(field)));
            all.add(choice(IndexQuery.DEFAULT, "Only versions that are, or are not, the default one.", FLAG));
        }
        all.add(choice(
                IndexQuery.DEPRECATED,
                "Only entries that are, or are not, tagged Deprecated, themselves or in their default version.",
                FLAG));
        all.add(choice(IndexQuery.ICON, "Gives icons as data: URIs instead of addresses.", IndexQuery.ICON_FORMS));
        all.add(new QueryParameter(
                Page.LIMIT,
                "At most this number of entries. X-Total-Count has the number of all, and Link the addresses of the"
                        + " other parts.",
                false,
                List.of(),
                "^[1-9][0-9]{0,8}$"));
        all.add(new QueryParameter(
                Page.OFFSET, "Without this number of entries at the beginning.", false, List.of(), "^[0-9]{1,9}$"));
        return List.copyOf(all);
    }

    /** The parameters that {@link LatestQuery#parse} reads. */
    public static List<QueryParameter> ofLatest() {
        return of(RangeField.SCHEMA_VERSION);
    }

    /** The parameters that {@link SuggestionQuery#parse} reads. */
    public static List<QueryParameter> ofSuggestions() {
        return List.of(
                new QueryParameter(SuggestionQuery.TEXT, "The words that were typed so far.", false, List.of(), null),
                new QueryParameter(
                        Page.LIMIT,
                        "At most this number of entries, and never more than " + SuggestionQuery.MAX_LIMIT + ".",
                        false,
                        List.of(),
                        "^[1-9][0-9]{0,8}$"));
    }

    private static QueryParameter of(SearchField field, IndexFormat format) {
        String what = field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String whose = field.extraction.versions() && format == IndexFormat.V2
                ? "Only versions with this text in their " + what + ", or else entries with it in their " + what
                : "Only entries with this text in their " + what;
        String absent = field.matchesWhenAbsent() ? " One that names none also matches." : "";
        return new QueryParameter(
                field.parameter,
                whose + "; case and the amount of white space do not matter." + absent,
                true,
                field.choices,
                null);
    }

    private static List<QueryParameter> of(RangeField<?> field) {
        return List.of(
                bound(field.min(), "Only versions with this " + field.what() + " or a higher one.", field),
                bound(field.max(), "Only versions with this " + field.what() + " or a lower one.", field));
    }

    private static QueryParameter bound(String name, String matches, RangeField<?> field) {
        return new QueryParameter(
                name, matches, false, List.of(), "^" + field.form().pattern() + "$");
    }

    private static QueryParameter choice(String name, String matches, List<String> choices) {
        return new QueryParameter(name, matches, false, choices, null);
    }
}
