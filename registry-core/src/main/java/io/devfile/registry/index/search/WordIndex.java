package io.devfile.registry.index.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.text.ClosestNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds the entries with a single word, and similar words. What was found for a word is kept, because people search with
 * few different words, and each search of Lucene costs more than the arithmetic on its results. In memory, immutable and
 * thread-safe.
 */
final class WordIndex {

    private static final int ONE_EDIT = 4;
    private static final int TWO_EDITS = 8;

    /** In characters; what is longer was not meant as a word, and comparing it costs more. */
    private static final int LONGEST_COMPARED = 30;

    private static final float EXACT = 1.0f;
    private static final float SYNONYM = 0.9f;
    private static final float PREFIX = 0.5f;

    /** What a word counts in addition for each further place where it is. */
    private static final float FURTHER_PLACE = 0.05f;

    /** In bytes. */
    private static final int MAX_KEPT = 4 << 20;

    private final int size;
    private final IndexSearcher searcher;

    /** All words, with the place where each counts most. */
    private final NavigableMap<String, Place> words = new TreeMap<>();

    private final Cache<String, Hits> kept = Caffeine.newBuilder()
            .maximumWeight(MAX_KEPT)
            .weigher((String word, Hits hits) -> 200 + 8 * hits.documents().length)
            .executor(Runnable::run)
            .build();
    private final Cache<String, Optional<String>> similar =
            Caffeine.newBuilder().maximumSize(1000).executor(Runnable::run).build();

    WordIndex(List<IndexEntry> entries, List<SearchTexts> texts) {
        size = entries.size();
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            IndexWriterConfig configuration = new IndexWriterConfig(null).setMergePolicy(NoMergePolicy.INSTANCE);
            try (IndexWriter writer = new IndexWriter(directory, configuration)) {
                for (int i = 0; i < size; i++) {
                    writer.addDocument(document(entries.get(i), texts.get(i)));
                }
            }
            searcher = new IndexSearcher(DirectoryReader.open(directory));
            searcher.setQueryCache(null);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
    }

    /**
     * The entries with a word.
     *
     * @param documents their positions, in ascending order
     * @param scores how much the word counts in each
     */
    record Hits(int[] documents, float[] scores) {

        private static final Hits NONE = new Hits(new int[0], new float[0]);

        boolean isEmpty() {
            return documents.length == 0;
        }
    }

    private Document document(IndexEntry entry, SearchTexts more) {
        Document document = new Document();
        for (Place place : Place.values()) {
            Set<String> here = new HashSet<>();
            place.texts(entry, more).forEach(text -> here.addAll(Words.indexed(text)));
            here.forEach(word -> document.add(new StringField(place.name(), word, Store.NO)));
            here.forEach(word -> words.merge(word, place, (one, other) -> one.compareTo(other) < 0 ? one : other));
        }
        return document;
    }

    /** Whether an entry has exactly this word, or it is a synonym. */
    boolean contains(String word) {
        return words.containsKey(word) || !Synonyms.all().of(word).isEmpty();
    }

    /** The entries that have a word, another one with the same meaning, or one that begins with it. */
    Hits hits(String word) {
        return contains(word) || !Words.isNumber(word) && isBeginning(word) ? kept.get(word, this::search) : Hits.NONE;
    }

    private boolean isBeginning(String word) {
        String next = words.ceilingKey(word);
        return next != null && next.startsWith(word);
    }

    /** The word that is most similar to one that finds nothing; empty if none is similar enough. */
    Optional<String> mostSimilar(String word) {
        boolean isComparable = !Words.isNumber(word) && word.length() >= ONE_EDIT && word.length() <= LONGEST_COMPARED;
        return isComparable ? similar.get(word, this::nearest) : Optional.empty();
    }

    private Hits search(String word) {
        try {
            ScoreDoc[] found = size == 0 ? new ScoreDoc[0] : searcher.search(query(word), size).scoreDocs;
            float[] byDocument = new float[size];
            for (ScoreDoc one : found) {
                byDocument[one.doc] = one.score;
            }
            int[] documents = new int[found.length];
            float[] scores = new float[found.length];
            int count = 0;
            for (int i = 0; count < found.length; i++) {
                if (byDocument[i] > 0) {
                    documents[count] = i;
                    scores[count++] = byDocument[i];
                }
            }
            return new Hits(documents, scores);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
    }

    private static Query query(String word) {
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
        return new DisjunctionMaxQuery(ways, FURTHER_PLACE);
    }

    private static Query all(Place place, List<String> words) {
        if (words.size() == 1) {
            return new TermQuery(new Term(place.name(), words.get(0)));
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(new PrefixQuery(new Term(place.name(), word)), Occur.MUST));
        return all.build();
    }

    private static Query constant(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    private Optional<String> nearest(String word) {
        int edits = word.length() < TWO_EDITS ? 1 : 2;
        String best = null;
        float similarity = 0;
        Place place = Place.README;
        // as people rarely mistype the first letter, the others need not be compared
        String first = word.substring(0, word.offsetByCodePoints(0, 1));
        for (var other : words.tailMap(first).entrySet()) {
            String candidate = other.getKey();
            if (!candidate.startsWith(first)) {
                break;
            }
            if (Math.abs(candidate.length() - word.length()) <= edits) {
                int distance = ClosestNames.edits(word, candidate);
                float its = 1 - (float) distance / Math.min(word.length(), candidate.length());
                int order = Float.compare(its, similarity);
                boolean better = order > 0 || order == 0 && other.getValue().compareTo(place) < 0;
                if (distance <= edits && better) {
                    best = candidate;
                    similarity = its;
                    place = other.getValue();
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
