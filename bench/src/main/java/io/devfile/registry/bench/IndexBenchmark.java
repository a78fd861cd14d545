package io.devfile.registry.bench;

import io.devfile.registry.index.IconData;
import io.devfile.registry.index.Index;
import io.devfile.registry.index.IndexAnswers;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.InvalidParameterException;
import io.devfile.registry.index.query.TypeFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Building an index, and answering a filter that was never asked before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class IndexBenchmark {

    private static final List<String> LANGUAGES = List.of("Java", "Go", "Python", "TypeScript", "C#", "Rust", "PHP");
    private static final int VERSIONS_PER_ENTRY = 3;

    @Param({"98", "5000"})
    private int versions;

    private List<IndexEntry> entries = List.of();
    private IndexAnswers answers = new IndexAnswers(new Index(List.of()), IconData.NONE);
    private IndexQuery filter = IndexQuery.all(IndexFormat.V2, TypeFilter.ALL);

    /** Makes the entries. */
    @Setup
    public void make() throws InvalidParameterException {
        List<IndexEntry> made = new ArrayList<>();
        for (int i = 0; i * VERSIONS_PER_ENTRY < versions; i++) {
            made.add(entry(i));
        }
        entries = List.copyOf(made);
        answers = new IndexAnswers(new Index(entries), IconData.NONE);
        filter = IndexQuery.parse(
                IndexFormat.V2, TypeFilter.ALL, Map.of("language", List.of("java"), "tags", List.of("tag-3")));
    }

    private static IndexEntry entry(int i) {
        String language = LANGUAGES.get(i % LANGUAGES.size());
        List<String> tags = List.of(language, "tag-" + i % 13, "tag-" + i % 17);
        List<IndexVersion> made = new ArrayList<>();
        for (int k = VERSIONS_PER_ENTRY - 1; k >= 0; k--) {
            made.add(IndexVersion.builder("1." + k + ".0")
                    .schemaVersion("2.2.2")
                    .isDefault(k == VERSIONS_PER_ENTRY - 1)
                    .description("A version for measurements, with text of a usual length")
                    .tags(tags)
                    .architectures(List.of("amd64", "arm64"))
                    .resources(List.of("devfile.yaml", "archive.tar"))
                    .starterProjects(List.of("starter"))
                    .build());
        }
        return IndexEntry.builder(EntryType.STACK, "stack-" + i)
                .displayName("Stack " + i)
                .description("A stack for measurements, with text of a usual length")
                .tags(tags)
                .projectType("type-" + i % 11)
                .language(language)
                .provider("provider-" + i % 5)
                .versions(made)
                .build();
    }

    @Benchmark
    public IndexAnswers buildIndex() {
        return new IndexAnswers(new Index(entries), IconData.NONE);
    }

    @Benchmark
    public byte[] filter() {
        return answers.answer(filter).json();
    }
}
