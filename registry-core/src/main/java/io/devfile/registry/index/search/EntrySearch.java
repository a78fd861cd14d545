package io.devfile.registry.index.search;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds entries by words. Every word must be found in an entry: as it is, as another word with the same meaning, or as the
 * beginning of a word; numbers only as they are. If a word is nowhere, the most similar word is searched in its place, or
 * none if nothing is similar.
 * Names count more than tags, and tags more than descriptions. In memory, immutable and thread-safe.
 */
public final class EntrySearch {

    /** The number of words that are used; more words cannot make a search slow. */
    static final int MAX_WORDS = 20;

    /** What an entry counts in addition whose name consists of exactly the words. */
    private static final float WHOLE_NAME = 100;

    private final List<IndexEntry> entries;
    private final List<SearchTexts> texts;
    private final WordIndex index;

    /** All words of names in one, for a search that names exactly these entries. */
    private final Map<String, Set<Integer>> wholeNames = new HashMap<>();

    /** The positions of the entries in the order of those that are equally relevant, deprecated ones last. */
    private final int[] ordered;

    /** The position of each entry in that order. */
    private final int[] order;

    private final int firstDeprecated;

    /**
     * @param entries in the order of the index
     * @param texts for each entry, what it is found by in addition
     * @param deprecated for each entry, whether it is deprecated
     */
    public EntrySearch(List<IndexEntry> entries, List<SearchTexts> texts, List<Boolean> deprecated) {
        this.entries = entries;
        this.texts = texts;
        this.index = new WordIndex(entries, texts);
        for (int i = 0; i < entries.size(); i++) {
            for (String name : List.of(entries.get(i).name(), entries.get(i).displayName())) {
                wholeNames
                        .computeIfAbsent(joined(Words.of(name)), any -> new HashSet<>())
                        .add(i);
            }
        }
        this.ordered = IntStream.range(0, entries.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> deprecated.get(i))
                        .thenComparing(i -> entries.get(i).type() != EntryType.STACK)
                        .thenComparing(i -> entries.get(i).name().length())
                        .thenComparing(i -> i))
                .mapToInt(i -> i)
                .toArray();
        this.order = new int[ordered.length];
        for (int i = 0; i < ordered.length; i++) {
            order[ordered[i]] = i;
        }
        this.firstDeprecated = (int) deprecated.stream().filter(old -> !old).count();
    }

    /**
     * The entries that a text finds: all entries if it is blank, and none if it has no words. Text of any kind is allowed,
     * and has no syntax.
     */
    public Ranking rank(String text) {
        return rank(text, true);
    }

    /** @param corrected whether words that are nowhere may be replaced by similar ones */
    public Ranking rank(String text, boolean corrected) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return new Ranking(
                    text.isBlank() ? IntStream.range(0, entries.size()).boxed().toList() : List.of(), "");
        }
        List<Integer> found = find(words);
        if (!found.isEmpty() || !corrected) {
            return new Ranking(found, "");
        }
        List<String> known = known(words);
        return known.isEmpty() || known.equals(words)
                ? new Ranking(List.of(), "")
                : new Ranking(find(known), String.join(" ", known));
    }

    /**
     * Where the words of a text are found in an entry.
     *
     * @param position of an entry that {@link #rank} found for this text
     * @return the name of a field; of several, the one that counts most
     */
    public String whereFound(String text, int position) {
        List<String> words = words(text);
        List<String> typed = Stream.concat(
                        words.stream(),
                        IntStream.range(1, words.size()).mapToObj(i -> joined(words.subList(i - 1, i + 1))))
                .toList();
        Set<String> same = typed.stream()
                .flatMap(word -> Synonyms.all().of(word).stream())
                .flatMap(other -> Words.of(other).stream())
                .collect(Collectors.toSet());
        return Arrays.stream(Place.values())
                .filter(place -> place.texts(entries.get(position), texts.get(position)).stream()
                        .flatMap(one -> Words.indexed(one).stream())
                        .anyMatch(word -> same.contains(word)
                                || typed.stream()
                                        .anyMatch(
                                                one -> Words.isNumber(one) ? word.equals(one) : word.startsWith(one))))
                .findFirst()
                .orElse(Place.NAME)
                .text;
    }

    private static List<String> words(String text) {
        return Words.of(text).stream().limit(MAX_WORDS).toList();
    }

    private static String joined(List<String> words) {
        return Words.cut(String.join("", words));
    }

    private List<Integer> find(List<String> words) {
        float[] scores = new float[entries.size()];
        add(words, 1, scores);
        for (int i = 0; i + 1 < words.size(); i++) {
            String joined = words.get(i) + words.get(i + 1);
            if (index.contains(joined)) {
                List<String> fewer = new ArrayList<>(words);
                fewer.set(i, joined);
                fewer.remove(i + 1);
                // as much as two words
                add(fewer, (float) words.size() / fewer.size(), scores);
            }
        }
        for (int whole : wholeNames.getOrDefault(joined(words), Set.of())) {
            scores[whole] += scores[whole] > 0 ? WHOLE_NAME : 0;
        }
        return sorted(scores);
    }

    /** Gives each entry that has all words the sum of what they count, unless it has a higher score. */
    private void add(List<String> words, float factor, float[] scores) {
        float[] sums = new float[scores.length];
        int[] counts = new int[scores.length];
        for (int i = 0; i < words.size(); i++) {
            WordIndex.Hits hits = index.hits(words.get(i));
            int[] documents = hits.documents();
            for (int j = 0; j < documents.length; j++) {
                sums[documents[j]] += hits.scores()[j];
                counts[documents[j]]++;
            }
            if (hits.isEmpty()) {
                return;
            }
        }
        for (int i = 0; i < scores.length; i++) {
            if (counts[i] == words.size()) {
                scores[i] = Math.max(scores[i], factor * sums[i]);
            }
        }
    }

    /** The positions of the entries with a score: those that are not deprecated first, then the highest score. */
    private List<Integer> sorted(float[] scores) {
        long[] keys = new long[scores.length];
        int count = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] > 0) {
                // the bits of positive numbers are in the order of the numbers
                long better = Integer.MAX_VALUE - Float.floatToIntBits(scores[i]);
                long old = order[i] < firstDeprecated ? 0 : 1;
                keys[count++] = old << 62 | better << 31 | order[i];
            }
        }
        Arrays.sort(keys, 0, count);
        return Arrays.stream(keys, 0, count)
                .mapToInt(key -> ordered[(int) (key & Integer.MAX_VALUE)])
                .boxed()
                .toList();
    }

    /** The words, with the most similar word in place of each that finds nothing, and without those that have none. */
    private List<String> known(List<String> words) {
        List<String> known = new ArrayList<>();
        for (String word : words) {
            Optional<String> found = index.hits(word).isEmpty() ? index.mostSimilar(word) : Optional.of(word);
            if (found.isPresent()) {
                known.add(found.get());
            } else if (Words.isNumber(word)) {
                // another version is not what was meant
                return List.of();
            }
        }
        return known;
    }
}
