package io.devfile.registry.index.query;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A parsed and validated request for the index. Immutable; equal queries have equal answers. The order and spelling of
 * the request's parameters make no difference.
 */
public final class IndexQuery {

    static final String SEARCH = "search";
    static final int LONGEST_SEARCH = 200;
    static final String DEFAULT = "default";
    static final String DEPRECATED = "deprecated";
    static final String ICON = "icon";
    static final List<String> ICON_FORMS = List.of("base64");

    private final IndexFormat format;
    private final TypeFilter type;
    private final boolean inlineIcons;
    private final List<Criterion> criteria;
    private final String search;
    private final Page page;

    private IndexQuery(
            IndexFormat format,
            TypeFilter type,
            boolean inlineIcons,
            List<Criterion> criteria,
            String search,
            Page page) {
        this.search = search;
        this.page = page;
        this.format = format;
        this.type = type;
        this.inlineIcons = inlineIcons;
        this.criteria = List.copyOf(criteria);
    }

    /** The query without any filter except the type in the path. */
    public static IndexQuery all(IndexFormat format, TypeFilter type) {
        return new IndexQuery(format, type, false, List.of(), "", Page.ALL);
    }

    /**
     * Reads the parameters of a request. If a parameter has several values, all of them must match. Unknown parameters
     * are ignored; so are parameters about versions if the format has no versions.
     *
     * @param parameters decoded values by name
     * @throws InvalidParameterException if a value is empty or not valid for its parameter
     */
    public static IndexQuery parse(IndexFormat format, TypeFilter type, Map<String, List<String>> parameters)
            throws InvalidParameterException {
        Parameters given = new Parameters(parameters);
        List<Criterion> criteria = new ArrayList<>();
        for (SearchField field : SearchField.values()) {
            if (field.appliesTo(format)) {
                List<String> values = given.values(field.parameter, field.syntax());
                if (!values.isEmpty()) {
                    criteria.add(new Criterion.Contains(field, new TreeSet<>(values)));
                }
            }
        }
        if (format == IndexFormat.V2) {
            for (RangeField<?> field : RangeField.ALL) {
                field.criterion(given).ifPresent(criteria::add);
            }
            criteria.addAll(flags(given, DEFAULT, Criterion.IsDefault::new));
        }
        criteria.addAll(flags(given, DEPRECATED, Criterion.IsDeprecated::new));
        boolean inlineIcons = !given.values(ICON, Syntaxes.oneOf(ICON_FORMS)).isEmpty();
        String search = searchText(SEARCH, String.join(" ", given.values(SEARCH, IndexQuery::searchText)));
        return new IndexQuery(format, type, inlineIcons, criteria, search, Page.of(given));
    }

    static String searchText(String parameter, String value) throws InvalidParameterException {
        if (value.codePointCount(0, value.length()) > LONGEST_SEARCH) {
            throw InvalidParameterException.of(
                    parameter,
                    value.substring(0, 20) + "…",
                    "is longer than " + LONGEST_SEARCH + " characters; leave out some words.");
        }
        return value.strip();
    }

    private static List<Criterion> flags(Parameters given, String parameter, Function<Boolean, Criterion> criterion)
            throws InvalidParameterException {
        return given.values(parameter, Syntaxes::flag).stream()
                .distinct()
                .sorted()
                .map(criterion)
                .toList();
    }

    public IndexFormat format() {
        return format;
    }

    public TypeFilter type() {
        return type;
    }

    /** Whether icons are requested as {@code data:} URIs. */
    public boolean inlineIcons() {
        return inlineIcons;
    }

    /** The text to search for, by whose words entries are found and ordered; empty for all entries. */
    public String search() {
        return search;
    }

    /** The requested part of the result. */
    public Page page() {
        return page;
    }

    /** Whether there is no filter except the type. */
    public boolean isUnfiltered() {
        return criteria.isEmpty() && search.isEmpty();
    }

    /** The versions that match, by position; no versions if the entry has none. Empty if the entry does not match. */
    public Optional<BitSet> select(Candidate entry) {
        if (!type.accepts(entry.type)) {
            return Optional.empty();
        }
        BitSet kept = new BitSet();
        kept.set(0, entry.versions.size());
        for (Criterion criterion : criteria) {
            boolean stays = criterion.narrow(entry, kept);
            if (!stays || kept.isEmpty() && !entry.versions.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(kept);
    }

    /** The approximate size of the query in memory, in bytes; for caches. */
    public int weight() {
        return 64
                + 2 * search.length()
                + criteria.stream().mapToInt(Criterion::weight).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexQuery query
                && format == query.format
                && type == query.type
                && inlineIcons == query.inlineIcons
                && search.equals(query.search)
                && page.equals(query.page)
                && criteria.equals(query.criteria);
    }

    @Override
    public int hashCode() {
        return Objects.hash(format, type, inlineIcons, criteria, search, page);
    }
}
