package io.devfile.registry.index.query;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.function.Predicate;

/** One filter of a query. Equal ones select the same. */
sealed interface Criterion {

    /**
     * Drops the versions that do not match.
     *
     * @param kept the versions that the filters so far have kept, by position; those dropped are cleared
     * @return whether the entry itself may stay; what is left in {@code kept} means nothing if not
     */
    boolean narrow(Candidate entry, BitSet kept);

    /** About what it takes in memory, in bytes: what a client sends can be long. */
    default int weight() {
        return 64;
    }

    /** The field contains each of the values, normalised; a version's own field goes before that of the entry. */
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

    /** The fact of a version is in the range; there is nothing that an entry without versions could match with. */
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
