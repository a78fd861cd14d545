package io.devfile.registry.index.query;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.function.Predicate;

/** One filter of a query. Equal filters select the same entries and versions. */
sealed interface Criterion {

    /**
     * Removes the versions that do not match.
     *
     * @param kept the versions, by position, that the previous filters have kept; versions that do not match are
     *     cleared
     * @return whether the entry itself is kept; if not, the content of {@code kept} has no meaning
     */
    boolean narrow(Candidate entry, BitSet kept);

    /** The approximate size in memory, in bytes: the values from a client can be long. */
    default int weight() {
        return 64;
    }

    /**
     * The field contains each of the normalised values; a version's own field takes precedence over that of the entry.
     */
    record Contains(SearchField field, SortedSet<String> values) implements Criterion {
        @Override
        public boolean narrow(Candidate entry, BitSet kept) {
            if (field.extraction.versions()) {
                BitSet matching = versions(entry, version -> version.text().matches(field, values));
                if (!matching.isEmpty()) {
                    kept.and(matching);
                    return true;
                }
            }
            return entry.text.matches(field, values);
        }

        @Override
        public int weight() {
            return values.stream().mapToInt(value -> 128 + 2 * value.length()).sum();
        }
    }

    /** The fact of a version is in the range; an entry without versions never matches. */
    record InRange<T extends Comparable<? super T>>(RangeField<T> field, Range<T> range) implements Criterion {
        @Override
        public boolean narrow(Candidate entry, BitSet kept) {
            kept.and(versions(entry, version -> range.contains(field.fact().apply(version))));
            return !kept.isEmpty();
        }
    }

    /** The version is the default one, or is not. */
    record IsDefault(boolean wanted) implements Criterion {
        @Override
        public boolean narrow(Candidate entry, BitSet kept) {
            kept.and(versions(entry, version -> version.isDefault() == wanted));
            return !kept.isEmpty();
        }
    }

    /** The entry as a whole is deprecated, or is not. */
    record IsDeprecated(boolean wanted) implements Criterion {
        @Override
        public boolean narrow(Candidate entry, BitSet kept) {
            return entry.deprecated == wanted;
        }
    }

    private static BitSet versions(Candidate entry, Predicate<VersionFacts> matches) {
        BitSet matching = new BitSet();
        for (int i = 0; i < entry.versions.size(); i++) {
            if (matches.test(entry.versions.get(i))) {
                matching.set(i);
            }
        }
        return matching;
    }
}
