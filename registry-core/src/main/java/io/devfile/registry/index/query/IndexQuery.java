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
 * A request for the index, understood and checked. Immutable; equal queries have equal answers, whatever the order and
 * the spelling in which their parameters came.
 */
public final class IndexQuery {

    static final String DEFAULT = "default";
    static final String DEPRECATED = "deprecated";
    static final String ICON = "icon";
    static final List<String> ICON_FORMS = List.of("base64");

    private final IndexFormat format;
    private final TypeFilter type;
    private final boolean inlineIcons;
    private final List<Criterion> criteria;

    private IndexQuery(IndexFormat format, TypeFilter type, boolean inlineIcons, List<Criterion> criteria) {
        this.format = format;
        this.type = type;
        this.inlineIcons = inlineIcons;
        this.criteria = List.copyOf(criteria);
    }

    /** The query that nothing but the path limits. */
    public static IndexQuery all(IndexFormat format, TypeFilter type) {
        return new IndexQuery(format, type, false, List.of());
    }

    /**
     * Reads the parameters of a request. Several values of one parameter must all match. Parameters that are not known,
     * and those of versions where the format has none, are ignored.
     *
     * @param parameters decoded values by name
     * @throws InvalidParameterException for a value that is empty or not of the kind that its parameter takes
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
        return new IndexQuery(format, type, inlineIcons, criteria);
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

    /** Whether icons are wanted as {@code data:} URIs. */
    public boolean inlineIcons() {
        return inlineIcons;
    }

    /** Whether nothing but the type limits the answer. */
    public boolean isUnfiltered() {
        return criteria.isEmpty();
    }

    /**
     * The versions that an entry keeps, by position; none for an entry that has none. Empty where the entry does not
     * match.
     */
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

    /** About what the query takes in memory, in bytes; for those who keep it. */
    public int weight() {
        return 64 + criteria.stream().mapToInt(Criterion::weight).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexQuery query
                && format == query.format
                && type == query.type
                && inlineIcons == query.inlineIcons
                && criteria.equals(query.criteria);
    }

    @Override
    public int hashCode() {
        return Objects.hash(format, type, inlineIcons, criteria);
    }
}
