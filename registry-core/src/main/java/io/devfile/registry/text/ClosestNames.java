package io.devfile.registry.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds names that are similar to a given name. */
public final class ClosestNames {

    private static final int MOST = 5;
    private static final int LONGEST = 128;

    private ClosestNames() {}

    private record Candidate(String name, int distance) {}

    /** Up to five similar names, the closest first; names with little similarity are left out. */
    public static List<String> to(String asked, Collection<String> names) {
        String wanted = asked.substring(0, Math.min(asked.length(), LONGEST)).toLowerCase(Locale.ROOT);
        int tolerance = Math.max(2, wanted.length() / 3);
        return names.stream()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance() <= tolerance)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    /**
     * The known name of which the given name seems to be a misspelling; empty if the given name is known, or similar to
     * none.
     */
    public static Optional<String> misspelt(String written, Collection<String> names) {
        if (names.contains(written) || written.length() < 4 || written.length() > LONGEST) {
            return Optional.empty();
        }
        return names.stream()
                .map(name -> new Candidate(name, edits(written, name)))
                .filter(candidate -> candidate.distance() <= 2)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /** If one name contains the other, they are close, regardless of their lengths. */
    private static int distance(String one, String other) {
        boolean contained = one.length() > 1 && other.contains(one) || other.length() > 2 && one.contains(other);
        return contained ? 1 : edits(one, other);
    }

    /** The number of characters to insert, delete or change, or of neighbours to swap. */
    public static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] free = before;
            before = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
        }
        return row[other.length()];
    }
}
