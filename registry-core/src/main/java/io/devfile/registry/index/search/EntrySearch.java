package io.devfile.registry.index.search;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostAttribute;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by words. Every word must be found in an entry: as it is, as another word with the same meaning, or as the
 * beginning of a word; numbers only as they are. If a word is nowhere, the most similar word is searched in its place, or
 * none if nothing is similar.
 * Names count more than tags, and tags more than descriptions. In memory, immutable and thread-safe.
 */
public final class EntrySearch {

    /** The number of words that are used; more words cannot make a search slow. */
    static final int MAX_WORDS = 20;

    private static final int ONE_EDIT = 4;
    private static final int TWO_EDITS = 8;

    private static final float EXACT = 1.0f;
    private static final float SYNONYM = 0.9f;
    private static final float PREFIX = 0.5f;
    private static final float WHOLE_NAME = 100;

    /** All words of the name in one, for a search that names exactly this entry. */
    private static final String WHOLE = "whole";

    /** Where a word may be, and how much it counts there. */
    private enum Place {
        NAME("name", 10),
        DISPLAY_NAME("displayName", 9),
        TAGS("tags", 6),
        LANGUAGE("language", 5),
        PROJECT_TYPE("projectType", 5),
        KEYWORDS("devfile", 4),
        PROVIDER("provider", 3),
        DESCRIPTION("description", 2),
        README("readme", 1);

        private final String text;
        private final float weight;

        Place(String text, float weight) {
            this.text = text;
            this.weight = weight;
        }

        private Collection<String> texts(IndexEntry entry, SearchTexts more) {
            return switch (this) {
                case NAME -> List.of(entry.name());
                case DISPLAY_NAME -> List.of(entry.displayName());
                case TAGS -> items(entry).flatMap(item -> item.tags().stream()).toList();
                case LANGUAGE -> List.of(entry.language());
                case PROJECT_TYPE -> List.of(entry.projectType());
                case KEYWORDS ->
                    Stream.concat(
                                    more.keywords().stream(),
                                    items(entry)
                                            .flatMap(item -> Stream.concat(
                                                    item.architectures().stream(), item.starterProjects().stream())))
                            .toList();
                case PROVIDER -> List.of(entry.provider());
                case DESCRIPTION -> items(entry).map(IndexItem::description).toList();
                case README -> more.readmes();
            };
        }

        private static Stream<IndexItem> items(IndexEntry entry) {
            return Stream.concat(Stream.of(entry), entry.versions().stream());
        }
    }

    private final List<IndexEntry> entries;
    private final List<SearchTexts> texts;
    private final List<Boolean> deprecated;
    private final IndexSearcher searcher;

    /**
     * @param entries in the order of the index
     * @param texts for each entry, what it is found by in addition
     * @param deprecated for each entry, whether it is deprecated
     */
    public EntrySearch(List<IndexEntry> entries, List<SearchTexts> texts, List<Boolean> deprecated) {
        this.entries = entries;
        this.texts = texts;
        this.deprecated = deprecated;
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            IndexWriterConfig configuration = new IndexWriterConfig(null).setMergePolicy(NoMergePolicy.INSTANCE);
            try (IndexWriter writer = new IndexWriter(directory, configuration)) {
                for (int i = 0; i < entries.size(); i++) {
                    writer.addDocument(document(entries.get(i), texts.get(i)));
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            // an answer is kept as a whole by those who ask
            searcher.setQueryCache(null);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
    }

    private static Document document(IndexEntry entry, SearchTexts more) {
        Document document = new Document();
        for (Place place : Place.values()) {
            Set<String> words = new HashSet<>();
            place.texts(entry, more).forEach(text -> words.addAll(Words.indexed(text)));
            words.forEach(word -> document.add(new StringField(place.name(), word, Store.NO)));
        }
        document.add(new StringField(WHOLE, joined(Words.of(entry.name())), Store.NO));
        document.add(new StringField(WHOLE, joined(Words.of(entry.displayName())), Store.NO));
        return document;
    }

    /** The entries that a text finds; all entries if it has no words. Text of any kind is allowed, and has no syntax. */
    public Ranking rank(String text) {
        return rank(text, true);
    }

    /** @param corrected whether words that are nowhere may be replaced by similar ones */
    public Ranking rank(String text, boolean corrected) {
        List<String> words = Words.of(text).stream().limit(MAX_WORDS).toList();
        if (words.isEmpty()) {
            return new Ranking(
                    text.isBlank()
                            ? Stream.iterate(0, i -> i + 1)
                                    .limit(entries.size())
                                    .toList()
                            : List.of(),
                    "");
        }
        try {
            List<Integer> found = find(words);
            if (!found.isEmpty() || !corrected) {
                return new Ranking(found, "");
            }
            List<String> known = known(words);
            return known.isEmpty() || known.equals(words)
                    ? new Ranking(List.of(), "")
                    : new Ranking(find(known), String.join(" ", known));
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
    }

    /**
     * Where the words of a text are found in an entry.
     *
     * @param position of an entry that {@link #rank} found for this text
     * @return the name of a field; of several, the one that counts most
     */
    public String whereFound(String text, int position) {
        List<String> words = Words.of(text).stream().limit(MAX_WORDS).toList();
        Stream<String> pairs = IntStream.range(1, words.size()).mapToObj(i -> joined(words.subList(i - 1, i + 1)));
        List<String> wanted = Stream.concat(words.stream(), pairs)
                .flatMap(word -> Stream.concat(Stream.of(word), Synonyms.all().of(word).stream()))
                .toList();
        return Arrays.stream(Place.values())
                .filter(place -> place.texts(entries.get(position), texts.get(position)).stream()
                        .flatMap(one -> Words.indexed(one).stream())
                        .anyMatch(word -> wanted.stream()
                                .anyMatch(one -> Words.isNumber(one) ? word.equals(one) : word.startsWith(one))))
                .findFirst()
                .orElse(Place.NAME)
                .text;
    }

    private List<Integer> find(List<String> words) throws IOException {
        if (entries.isEmpty()) {
            return List.of();
        }
        ScoreDoc[] found = searcher.search(query(words), entries.size()).scoreDocs;
        return Arrays.stream(found)
                .sorted(Comparator.comparing((ScoreDoc one) -> deprecated.get(one.doc))
                        .thenComparing(one -> -one.score)
                        .thenComparing(one -> entries.get(one.doc).type() != EntryType.STACK)
                        .thenComparing(one -> entries.get(one.doc).name().length())
                        .thenComparing(one -> one.doc))
                .map(one -> one.doc)
                .toList();
    }

    private Query query(List<String> words) throws IOException {
        List<Query> ways = new ArrayList<>();
        ways.add(all(words));
        for (int i = 0; i + 1 < words.size(); i++) {
            String joined = words.get(i) + words.get(i + 1);
            if (isKnown(joined)) {
                List<String> fewer = new ArrayList<>(words);
                fewer.set(i, joined);
                fewer.remove(i + 1);
                // as much as two words
                ways.add(new BoostQuery(all(fewer), (float) words.size() / fewer.size()));
            }
        }
        Query whole = constant(new TermQuery(new Term(WHOLE, joined(words))), WHOLE_NAME);
        return new BooleanQuery.Builder()
                .add(new DisjunctionMaxQuery(ways, 0), Occur.MUST)
                .add(whole, Occur.SHOULD)
                .build();
    }

    private static String joined(List<String> words) {
        return Words.cut(String.join("", words));
    }

    private static Query all(List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(one(word), Occur.MUST));
        return all.build();
    }

    private static Query all(Place place, List<String> words) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(new PrefixQuery(new Term(place.name(), word)), Occur.MUST));
        return words.size() == 1 ? new TermQuery(new Term(place.name(), words.get(0))) : all.build();
    }

    private static Query one(String word) {
        List<Query> ways = new ArrayList<>();
        for (Place place : Place.values()) {
            ways.add(constant(new TermQuery(new Term(place.name(), word)), EXACT * place.weight));
            for (String other : Synonyms.all().of(word)) {
                ways.add(constant(all(place, Words.of(other)), SYNONYM * place.weight));
            }
            if (!Words.isNumber(word)) {
                ways.add(constant(new PrefixQuery(new Term(place.name(), word)), PREFIX * place.weight));
            }
        }
        // a little more for each further place
        return new DisjunctionMaxQuery(ways, 0.05f);
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private boolean isKnown(String word) throws IOException {
        for (Place place : Place.values()) {
            if (searcher.getIndexReader().docFreq(new Term(place.name(), word)) > 0) {
                return true;
            }
        }
        return !Synonyms.all().of(word).isEmpty();
    }

    /** The words, with the most similar word in place of each that finds nothing, and without those that have none. */
    private List<String> known(List<String> words) throws IOException {
        List<String> known = new ArrayList<>();
        for (String word : words) {
            String found = find(List.of(word)).isEmpty() ? mostSimilar(word) : word;
            if (found != null) {
                known.add(found);
            } else if (Words.isNumber(word)) {
                // another version is not what was meant
                return List.of();
            }
        }
        return known;
    }

    private @Nullable String mostSimilar(String word) throws IOException {
        if (Words.isNumber(word) || word.length() < ONE_EDIT) {
            return null;
        }
        int edits = word.length() < TWO_EDITS ? 1 : 2;
        String best = null;
        float similarity = 0;
        for (Place place : Place.values()) {
            Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), place.name());
            if (terms != null) {
                FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(place.name(), word), edits, 1, true);
                BoostAttribute boost = near.attributes().getAttribute(BoostAttribute.class);
                while (near.next() != null) {
                    // the first place counts most
                    if (boost.getBoost() > similarity + 0.001f) {
                        similarity = boost.getBoost();
                        best = near.term().utf8ToString();
                    }
                }
            }
        }
        return best;
    }
}
