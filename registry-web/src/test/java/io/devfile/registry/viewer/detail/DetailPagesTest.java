package io.devfile.registry.viewer.detail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.icon.Icons;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.EntryIcons;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetailPagesTest {

    private static final Addresses ADDRESSES = new Addresses("https://example.com", "ours");

    private static final String DEVFILE = """
            schemaVersion: 2.2.0
            metadata: {name: go, website: 'javascript:alert(1)'}
            parent: {id: base, version: 1.0.0, registryUrl: https://parents.example.com}
            starterProjects:
              - name: hello
                description: Says <b>hello</b>
            components:
              - name: runtime
                container:
                  image: example.com/go:1
                  memoryRequest: 128Mi
                  memoryLimit: 1Gi
                  endpoints: [{name: web, targetPort: 8080}]
              - {name: cache, volume: {size: 2Gi}}
              - {name: manifests, kubernetes: {uri: k.yaml}}
              - {name: '#{1+1}', image: {imageName: '<script>'}}
            commands:
              - {id: build, exec: {component: runtime, commandLine: go build, group: {kind: build, isDefault: true}}}
              - {id: both, composite: {commands: [build, up], group: {kind: deploy}}}
              - {id: up, apply: {component: manifests}}
            """;

    @TempDir
    Path directory;

    private ContentStore store;

    @BeforeEach
    void open() throws IOException {
        store = ContentStore.open(directory);
    }

    private StoredFile stored(String text) {
        return store.add(text.getBytes(StandardCharsets.UTF_8));
    }

    private CatalogEntry go(String... versions) {
        List<IndexVersion> all = new ArrayList<>();
        Map<String, VersionContent> contents = new TreeMap<>();
        for (String version : versions) {
            boolean old = version.startsWith("old-");
            String number = version.replace("old-", "");
            all.add(IndexVersion.builder(number)
                    .isDefault(all.isEmpty())
                    .tags(old ? List.of("Go", "Deprecated") : List.of("Go"))
                    .build());
            contents.put(
                    number,
                    new VersionContent(
                            "devfile.yaml",
                            new TreeMap<>(Map.of("devfile.yaml", stored(DEVFILE), "docker/File", stored("x"))),
                            new TreeMap<>(Map.of("devfile.yaml", stored(DEVFILE), "archive.tar", stored("y"))),
                            List.of(new StarterProject(
                                    "hello",
                                    "",
                                    "",
                                    GitOrigin.of(Map.of("origin", "https://example.com/hello.git"), "v1"),
                                    stored("zip")))));
        }
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "go")
                .displayName("Go")
                .description("About Go")
                .supportUrl("javascript:alert(1)")
                .versions(all)
                .build();
        return new CatalogEntry(entry, "go", "mine", "r1", contents);
    }

    private DetailPage page(CatalogEntry entry, String version, Finding... findings) {
        DetailPages pages = new DetailPages(
                new Catalog(List.of(entry), List.of(findings)),
                store,
                new EntryIcons(Icons.NONE),
                "https://che.example.com/");
        return pages.page(entry, entry.entry().version(version).orElse(null), ADDRESSES);
    }

    @Test
    void whatIsInADevfileIsTold() {
        Contents contents = page(go("1.0.0"), "1.0.0").contents();
        assertThat(contents.parent()).isEqualTo("base 1.0.0 from https://parents.example.com");
        assertThat(contents.components())
                .containsExactly(
                        new ComponentView(
                                "runtime", "Container", "example.com/go:1", "128Mi requested, 1Gi at most", ""),
                        new ComponentView("cache", "Volume", "2Gi", "", ""),
                        new ComponentView("manifests", "Kubernetes", "k.yaml", "", ""),
                        new ComponentView("#{1+1}", "Image", "<script>", "", ""));
        assertThat(contents.commands())
                .containsExactly(
                        new CommandView.Group(
                                "Build", List.of(new CommandView("build", "", "go build", "runtime", true))),
                        new CommandView.Group("Deploy", List.of(new CommandView("both", "", "build → up", "", false))),
                        new CommandView.Group(
                                "Other", List.of(new CommandView("up", "", "apply manifests", "", false))));
        assertThat(contents.endpoints())
                .containsExactly(new EndpointView("web", "runtime", "8080", "http", "public", ""));
    }

    @Test
    void starterProjectsAreThoseOfTheVersion() {
        assertThat(page(go("2.0.0", "1.0.0"), "1.0.0").contents().starterProjects())
                .containsExactly(new StarterView(
                        "hello",
                        "Says <b>hello</b>",
                        "/devfiles/go/1.0.0/starter-projects/hello",
                        List.of(new StarterView.Origin(
                                "origin", "https://example.com/hello.git", "https://example.com/hello.git")),
                        "v1",
                        ""));
    }

    @Test
    void filesHaveSizesAndAddresses() {
        assertThat(page(go("1.0.0"), "1.0.0").files().files())
                .extracting(FileView::path, FileView::address)
                .contains(
                        tuple("archive.tar", "/devfiles/go/1.0.0/archive.tar"),
                        tuple("devfile.yaml", "/devfiles/go/1.0.0"),
                        tuple("docker/File", "/devfiles/go/1.0.0/docker/File"));
    }

    @Test
    void theArtifactHasItsReferenceAndDigest() {
        OciReference artifact = page(go("1.0.0"), "1.0.0").artifact();
        assertThat(artifact.reference()).isEqualTo("example.com/devfile-catalog/go:1.0.0");
        assertThat(artifact.digest()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void aWorkspaceIsOpenedWithTheAddressOfTheDevfile() {
        assertThat(page(go("1.0.0"), "1.0.0").openAddress())
                .isEqualTo("https://che.example.com/#https://example.com/devfiles/go/1.0.0");
    }

    @Test
    void theDefaultVersionHasTheAddressOfTheEntry() {
        CatalogEntry entry = go("2.0.0", "1.0.0");
        assertThat(page(entry, "2.0.0").head().path()).isEqualTo("/viewer/devfiles/ours/go");
        assertThat(page(entry, "1.0.0").head().path()).isEqualTo("/viewer/devfiles/ours/go/1.0.0");
    }

    @Test
    void whatIsDeprecatedNamesTheNewestThatIsNot() {
        CatalogEntry entry = go("1.9.0", "old-1.8.0", "1.10.0");
        assertThat(page(entry, "1.8.0").banner())
                .isEqualTo(new Banner("version", "1.10.0", "/viewer/devfiles/ours/go/1.10.0"));
        assertThat(page(entry, "1.9.0").banner()).isNull();
        assertThat(page(go("old-1.0.0"), "1.0.0").banner()).isEqualTo(new Banner("stack", "", ""));
    }

    @Test
    void ofFiveHundredVersionsTheOneOfThePageIsSeen() {
        String[] versions =
                IntStream.range(0, 500).mapToObj(i -> (500 - i) + ".0.0").toArray(String[]::new);
        DetailPage.VersionList list = page(go(versions), "3.0.0").versions();
        assertThat(list.shown()).hasSize(9).filteredOn(VersionLink::current).hasSize(1);
        assertThat(list.shown().get(0).latest()).isTrue();
        assertThat(list.more()).hasSize(491);
    }

    @Test
    void addressesThatAreNotOfTheWebAreNoLinks() {
        assertThat(page(go("1.0.0"), "1.0.0").facts())
                .filteredOn(fact -> fact.text().startsWith("javascript:"))
                .hasSize(2)
                .allSatisfy(fact -> assertThat(fact.link()).isEmpty());
    }

    @Test
    void findingsAreThoseOfTheVersion() {
        Findings findings = new Findings("mine");
        findings.warning(Rule.SCHEMA, "stacks/go/1.0.0/devfile.yaml", "/metadata", new Position(2, 0), "One.");
        findings.warning(Rule.SCHEMA, "stacks/go/2.0.0/devfile.yaml", "/metadata", new Position(2, 0), "Other.");
        findings.warning(Rule.SCHEMA, "stacks/go/stack.yaml", "", new Position(0, 0), "Both.");
        findings.warning(Rule.SCHEMA, "stacks/gopher/devfile.yaml", "", new Position(0, 0), "Neither.");
        assertThat(page(go("2.0.0", "1.0.0"), "1.0.0", findings.all().toArray(Finding[]::new))
                        .findings())
                .containsExactly(
                        new FindingView("Warning", "stacks/go/1.0.0/devfile.yaml:2 (/metadata)", "One."),
                        new FindingView("Warning", "stacks/go/stack.yaml", "Both."));
    }

    @Test
    void aSampleWithoutADevfileSaysWhereItIs() {
        IndexEntry sample = IndexEntry.builder(EntryType.SAMPLE, "basic")
                .git(GitOrigin.of(Map.of("origin", "git@example.com:a/b.git"), "main"))
                .build();
        DetailPage page = page(new CatalogEntry(sample, "", "mine", "r1", Map.of()), "");
        assertThat(page.listing()).isNull();
        assertThat(page.snippets()).isEmpty();
        assertThat(page.openAddress()).isEmpty();
        assertThat(page.artifact()).isNull();
        assertThat(page.versions().shown()).isEmpty();
        assertThat(page.facts()).contains(new Fact("Git remote", "git@example.com:a/b.git", "", ""));
    }

    @Test
    void aLongDescriptionBeginsOnThePageAndIsThereAsAWhole() {
        IndexEntry sample = IndexEntry.builder(EntryType.SAMPLE, "basic")
                .description("word ".repeat(4000))
                .build();
        Overview overview =
                page(new CatalogEntry(sample, "", "mine", "r1", Map.of()), "").overview();
        assertThat(overview.lead()).hasSizeLessThan(500).endsWith("…");
        assertThat(overview.rest()).hasSize(4000 * 5 - 1);
    }

    @Test
    void sizesAreInWords() {
        assertThat(FileView.size(0)).isEqualTo("0 bytes");
        assertThat(FileView.size(1)).isEqualTo("1 byte");
        assertThat(FileView.size(1023)).isEqualTo("1023 bytes");
        assertThat(FileView.size(1536)).isEqualTo("1.5 KiB");
        assertThat(FileView.size(300L << 20)).isEqualTo("300 MiB");
    }
}
