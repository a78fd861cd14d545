package io.devfile.registry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fixture.MemoryBackend;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {

    private static final RepositoryName GO = new RepositoryName("devfile-catalog/go");
    private static final Tag ONE = new Tag("1.0.0");

    @TempDir
    private Path directory;

    private static final Set<String> SOURCES = Set.of("source");

    private final MemoryBackend backend = new MemoryBackend();
    private final ExecutorService executor = Executors.newCachedThreadPool();
    private ContentStore store;
    private Publisher publisher;

    @BeforeEach
    void open() throws IOException {
        store = ContentStore.open(directory);
        publisher = new Publisher(backend, store, executor);
    }

    @AfterEach
    void end() {
        executor.shutdownNow();
    }

    private VersionContent version(String... namesAndContents) throws IOException {
        TreeMap<String, StoredFile> resources = new TreeMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            resources.put(namesAndContents[i], store.add(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return new VersionContent("devfile.yaml", resources, resources, List.of());
    }

    private static Catalog catalog(String name, VersionContent version) {
        return new Catalog(List.of(entry(name, version)), List.of());
    }

    private static CatalogEntry entry(String name, VersionContent version) {
        IndexEntry index = IndexEntry.builder(EntryType.STACK, name).build();
        return new CatalogEntry(index, name, "source", "r1", Map.of("1.0.0", version));
    }

    private String manifest() throws OciBackendException {
        return new String(backend.manifest(GO, ONE).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void writesTheManifestAsTheReferenceDoes() throws Exception {
        publisher.publish(catalog("go", version("devfile.yaml", "a", "<b>&.vsx", "b")), SOURCES);

        // the SHA-256 digests of {}, b and a
        assertThat(manifest())
                .isEqualTo("{\"schemaVersion\":2,\"config\":{"
                        + "\"mediaType\":\"application/vnd.devfileio.devfile.config.v2+json\","
                        + "\"digest\":\"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\","
                        + "\"size\":2},\"layers\":[{"
                        + "\"mediaType\":\"application/vnd.devfileio.vsx.layer.v1.tar\","
                        + "\"digest\":\"sha256:3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d\","
                        + "\"size\":1,\"annotations\":{\"org.opencontainers.image.title\":"
                        + "\"\\u003cb\\u003e\\u0026.vsx\"}},{"
                        + "\"mediaType\":\"application/vnd.devfileio.devfile.layer.v1\","
                        + "\"digest\":\"sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\","
                        + "\"size\":1,\"annotations\":{\"org.opencontainers.image.title\":\"devfile.yaml\"}}]}");
    }

    @Test
    void givesEveryFileItsType() throws Exception {
        publisher.publish(
                catalog(
                        "go",
                        version(
                                ".devfile.yaml",
                                "1",
                                "logo.svg",
                                "2",
                                "logo.png",
                                "3",
                                "archive.tar",
                                "4",
                                "x.vsx",
                                "5")),
                SOURCES);

        assertThat(manifest())
                .contains(
                        "application/vnd.devfileio.devfile.layer.v1",
                        "image/svg+xml",
                        "image/png",
                        "application/x-tar",
                        "application/vnd.devfileio.vsx.layer.v1.tar");
    }

    @Test
    void leavesOutZipsAndWhatElseHasNoType() throws Exception {
        publisher.publish(catalog("go", version("devfile.yaml", "a", "starter.zip", "z", "meta.yaml", "m")), SOURCES);

        assertThat(manifest()).doesNotContain("starter.zip", "meta.yaml");
        assertThat(backend.content(GO, Digest.of("z".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(backend.content(GO, Digest.of("a".getBytes(StandardCharsets.UTF_8))))
                .isPresent();
    }

    @Test
    void pushesFilesOfTheSameContentOnceAndNamesBoth() throws Exception {
        publisher.publish(catalog("go", version("devfile.yaml", "a", "one.vsx", "same", "two.vsx", "same")), SOURCES);

        assertThat(backend.calls())
                .containsExactly(
                        "resolve devfile-catalog/go",
                        "putBlob devfile-catalog/go",
                        "putBlob devfile-catalog/go",
                        "putBlob devfile-catalog/go",
                        "putManifest devfile-catalog/go");
        assertThat(manifest()).containsSubsequence("one.vsx", "two.vsx");
    }

    @Test
    void looksOnceAtAnArtifactThatIsThere() throws Exception {
        Catalog catalog = catalog("go", version("devfile.yaml", "a"));
        assertThat(publisher.publish(catalog, SOURCES).pushed()).isOne();
        backend.calls();

        Publisher.Result result = new Publisher(backend, store, executor).publish(catalog, SOURCES);

        assertThat(result.pushed()).isZero();
        assertThat(result.present()).isOne();
        assertThat(backend.calls()).containsExactly("resolve devfile-catalog/go");
    }

    @Test
    void looksNoMoreAtWhatItHasSeenUntilItIsToldToForget() throws Exception {
        Catalog catalog = catalog("go", version("devfile.yaml", "a"));
        publisher.publish(catalog, SOURCES);
        backend.calls();

        assertThat(publisher.publish(catalog, SOURCES).present()).isOne();
        assertThat(backend.calls()).isEmpty();

        publisher.forget();
        publisher.publish(catalog, SOURCES);
        assertThat(backend.calls())
                .containsOnlyOnce("resolve devfile-catalog/go")
                .contains("putBlob devfile-catalog/go")
                .doesNotContain("putManifest devfile-catalog/go");
    }

    @Test
    void movesATagBack() throws Exception {
        Catalog first = catalog("go", version("devfile.yaml", "a"));
        publisher.publish(first, SOURCES);
        String before = manifest();
        publisher.publish(catalog("go", version("devfile.yaml", "b")), SOURCES);

        publisher.publish(first, SOURCES);

        assertThat(manifest()).isEqualTo(before);
    }

    @Test
    void answersWithAllThatIsPublished() throws Exception {
        Catalog catalog = catalog("go", version("devfile.yaml", "a"));

        assertThat(publisher.publish(catalog, SOURCES).publications())
                .containsExactly(new Publication(
                        GO, ONE, backend.resolve(GO, ONE).orElseThrow().digest(), null));
    }

    @Test
    void pushesManyArtifactsAllOfThem() throws Exception {
        VersionContent version = version("devfile.yaml", "a");
        List<CatalogEntry> entries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            entries.add(entry("stack-" + i, version));
        }

        assertThat(publisher.publish(new Catalog(entries, List.of()), SOURCES).pushed())
                .isEqualTo(100);

        assertThat(backend.calls())
                .filteredOn(call -> call.startsWith("putManifest"))
                .hasSize(100);
    }

    @Test
    void endsWhereItIsInterrupted() throws Exception {
        Catalog catalog = catalog("go", version("devfile.yaml", "a"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> publisher.publish(catalog, SOURCES)).isInstanceOf(OciBackendException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void movesTheTagToNewContent() throws Exception {
        publisher.publish(catalog("go", version("devfile.yaml", "a")), SOURCES);
        String before = manifest();

        assertThat(publisher
                        .publish(catalog("go", version("devfile.yaml", "b")), SOURCES)
                        .pushed())
                .isOne();
        assertThat(manifest()).isNotEqualTo(before);
    }

    @Test
    void pushesNothingOfEntriesThatAreDescribedInPlace() throws Exception {
        IndexEntry sample = IndexEntry.builder(EntryType.SAMPLE, "sample").build();
        CatalogEntry entry = new CatalogEntry(sample, "", "source", "r1", Map.of("", version("devfile.yaml", "a")));

        publisher.publish(new Catalog(List.of(entry), List.of()), SOURCES);

        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void failsAsAWholeAndGoesOnFromThere() throws Exception {
        VersionContent version = version("devfile.yaml", "a");
        Catalog catalog = new Catalog(List.of(entry("go", version), entry("java", version)), List.of());
        backend.failAt(Optional.of("putBlob devfile-catalog/java"));

        assertThatThrownBy(() -> publisher.publish(catalog, SOURCES)).isInstanceOf(OciBackendException.class);

        backend.failAt(Optional.empty());
        publisher.publish(catalog, SOURCES);
        assertThat(backend.resolve(GO, ONE)).isPresent();
        assertThat(backend.resolve(new RepositoryName("devfile-catalog/java"), ONE))
                .isPresent();
    }

    @Test
    void reportsContentThatTheStoreHasLost() throws Exception {
        Catalog catalog = catalog("go", version("devfile.yaml", "a"));
        store.retainOnly(java.util.Set.of());

        assertThatThrownBy(() -> publisher.publish(catalog, SOURCES)).isInstanceOf(OciBackendException.class);
    }

    @Test
    void movesNoTagForASourceThatHasNotAnsweredYetButPushesWhatIsMissing() throws Exception {
        publisher.publish(catalog("go", version("devfile.yaml", "new")), SOURCES);
        String newer = manifest();
        Catalog restored = catalog("go", version("devfile.yaml", "old"));

        publisher.publish(restored, Set.of());

        assertThat(manifest()).isEqualTo(newer);
        Publication old = publisher.publish(restored, Set.of()).publications().get(0);
        assertThat(backend.manifest(GO, old.digest())).isPresent();

        publisher.publish(restored, SOURCES);

        assertThat(manifest()).isNotEqualTo(newer);
    }

    @Test
    void pushesBlobsAgainThatAreLostThoughTheManifestIsThere() throws Exception {
        Catalog catalog = catalog("go", version("devfile.yaml", "a"));
        publisher.publish(catalog, SOURCES);
        Digest lost = Digest.of("a".getBytes(StandardCharsets.UTF_8));
        backend.loseBlob(GO, lost);

        publisher.forget();
        publisher.publish(catalog, SOURCES);

        assertThat(backend.content(GO, lost)).isPresent();
    }

    @Test
    void movesNoTagASecondTimeThoughItLooksAtEverythingAgain() throws Exception {
        Catalog mine = catalog("go", version("devfile.yaml", "old"));
        publisher.publish(mine, SOURCES);
        new Publisher(backend, store, executor).publish(catalog("go", version("devfile.yaml", "new")), SOURCES);
        String newer = manifest();

        publisher.forget();
        publisher.publish(mine, SOURCES);

        assertThat(manifest()).isEqualTo(newer);
    }

    @Test
    void theOriginOfAnArtifactIsAttachedOnce() throws Exception {
        Catalog first = catalog("go", version("devfile.yaml", "a"));
        Catalog next = new Catalog(
                first.entries().stream().map(entry -> entry.at("r2")).toList(), List.of());
        Provenance provenance = new Provenance(backend, source -> "https://git.example.com/stacks.git#main");
        publisher.publish(first, SOURCES);
        String before = manifest();

        new Publisher(backend, store, executor, provenance).publish(first, SOURCES);
        new Publisher(backend, store, executor, provenance).publish(next, SOURCES);

        Digest artifact = backend.resolve(GO, ONE).orElseThrow().digest();
        assertThat(backend.referrers(GO, artifact)).singleElement().satisfies(referrer -> {
            assertThat(referrer.artifactType()).isEqualTo(Provenance.TYPE);
            assertThat(referrer.annotations())
                    .containsEntry("org.opencontainers.image.source", "https://git.example.com/stacks.git")
                    .containsEntry("org.opencontainers.image.revision", "r1")
                    .containsEntry("io.devfile.registry.source.path", "stacks/go");
        });
        assertThat(manifest()).isEqualTo(before);
    }

    @Test
    void pathsOfThisMachineAndCredentialsAreNoPublicOrigin() throws IOException {
        CatalogEntry entry = entry("go", version("devfile.yaml", "a"));
        for (String location : List.of("/srv/stacks", "C:\\stacks", "https://a@b@git.example.com/a", "")) {
            assertThat(new Provenance(backend, source -> location).of(entry, "1.0.0"))
                    .as(location)
                    .doesNotContainKey("org.opencontainers.image.source");
        }
        Map<String, String> addresses = Map.of(
                "https://user:secret@git.example.com/a", "https://git.example.com/a",
                "ssh://git@git.example.com/a#main", "ssh://git.example.com/a",
                "git@git.example.com:a/b.git", "ssh://git.example.com/a/b.git");
        addresses.forEach(
                (location, shown) -> assertThat(new Provenance(backend, source -> location).of(entry, "1.0.0"))
                        .containsEntry("org.opencontainers.image.source", shown));
    }
}
