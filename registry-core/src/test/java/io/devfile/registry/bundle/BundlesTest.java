package io.devfile.registry.bundle;

import static io.devfile.registry.bundle.BundledRegistry.devfile;
import static io.devfile.registry.bundle.BundledRegistry.entry;
import static io.devfile.registry.bundle.BundledRegistry.unpacked;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.remote.RemoteException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundlesTest {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

    @TempDir
    private Path directory;

    private BundledRegistry registry;

    @BeforeEach
    void open() throws Exception {
        registry = new BundledRegistry(directory);
    }

    @AfterEach
    void close() throws Exception {
        registry.close();
    }

    private static List<CatalogEntry> entries(List<CatalogEntry> from) {
        return from.stream()
                .map(one -> new CatalogEntry(one.entry(), one.directory(), "", "", one.versions()))
                .toList();
    }

    @Test
    void whatNeedsNothingFromElsewhereIsReadBackAsItWas() throws Exception {
        registry.source
                .file("stacks/one/.devfile.yaml", "# a comment\n" + devfile("one", "1.0.0", "  tags: [x]\n"))
                .file("stacks/one/docker/Dockerfile", "FROM x")
                .file("stacks/one/logo.svg", SVG)
                .file("stacks/two/stack.yaml", """
                        name: two
                        displayName: "Two: yes"
                        description: 'no'
                        icon: logo.svg
                        provider: "0o17"
                        tags: [Two]
                        attributes: {a: [1, null, {b: 1.5}], "true": "true", c: 'é'}
                        deploymentScopes: {innerloop: true, outerloop: false}
                        globalMemoryLimit: 1Gi
                        versions:
                          - version: 1.0.0
                          - version: 2.0.0-rc.1
                            default: true
                        """)
                .file("stacks/two/1.0.0/devfile.yaml", devfile("two", "1.0.0", "  tags: [x]\n  icon: logo.svg\n"))
                .file("stacks/two/1.0.0/logo.svg", SVG)
                .file("stacks/two/2.0.0-rc.1/devfile.yaml", devfile("two", "2.0.0-rc.1", "  tags: [y]\n"))
                .file("stacks/two/2.0.0-rc.1/logo.svg", SVG)
                .file("samples/s/devfile.yaml", devfile("s", "1.0.0", ""))
                .file("samples/s/run.sh", "#!/bin/sh")
                .file("samples/v/1.0.0/devfile.yaml", devfile("v", "1.0.0", ""))
                .file("extraDevfileEntries.yaml", """
                        samples:
                          - name: s
                            version: 1.0.0
                            displayName: S
                            description: |
                              Two

                              lines
                            icon: data:image/png;base64,AAAA
                            links: {self: x}
                            commandGroups: {build: true}
                            git: {remotes: {origin: 'https://example.com/s.git'}, revision: main, subDir: d}
                            attributes: {x: {y: []}}
                          - name: v
                            versions:
                              - version: 1.0.0
                                schemaVersion: 2.2.0
                                default: true
                                tags: [a]
                                git: {remotes: {a: 'https://example.com/a'}, remoteName: a}
                        stacks:
                          - name: placed
                            resources: [devfile.yaml]
                            starterProjects: [p]
                        """)
                .file("last_modified.json", """
                        {"stacks": [{"name": "one", "version": "1.0.0", "lastModified": "2026-01-31T12:00:00+02:00"},
                                    {"name": "placed", "version": "undefined", "lastModified": "2026-02-01T00:00:00Z"}],
                         "samples": [{"name": "s", "version": "undefined", "lastModified": "2026-02-02T00:00:00Z"}]}
                        """);
        Files.setPosixFilePermissions(
                directory.resolve("source/samples/s/run.sh"),
                java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));

        byte[] archive = registry.archive();
        SourceCatalog read = registry.readBack(archive);

        assertThat(read.findings())
                .extracting(Finding::severity)
                .doesNotContain(io.devfile.registry.catalog.finding.Severity.ERROR);
        assertThat(entries(read.entries()))
                .isEqualTo(entries(registry.state().catalog().entries()))
                .hasSize(5);
        assertThat(unpacked(archive))
                .containsKeys("stacks/two/2.0.0-rc.1/devfile.yaml", "samples/s/run.sh*", "samples/v/1.0.0/devfile.yaml")
                .containsEntry("stacks/one/.devfile.yaml", "# a comment\n" + devfile("one", "1.0.0", "  tags: [x]\n"))
                .containsEntry("bundle.json", "{\"missing\":[],\"left\":[]}\n");
        assertThat(registry.archive()).isEqualTo(archive);
        assertThat(registry.leftovers()).isZero();
    }

    @Test
    void starterProjectsStandBesideTheDevfile() throws Exception {
        Path tree = Files.createDirectories(directory.resolve("tree"));
        Files.writeString(tree.resolve("README.md"), "whole");
        Files.createSymbolicLink(tree.resolve("link"), Path.of("README.md"));
        registry.remotes.put("https://example.com/p.git", "c1", tree);
        registry.source.file("stacks/go/devfile.yaml", devfile("go", "1.0.0", """
                starterProjects:
                  - name: whole
                    git: {remotes: {origin: 'https://example.com/p.git'}}
                  - name: part
                    subDir: some/dir
                    git: {remotes: {origin: 'https://example.com/p.git'}}
                """));

        SourceCatalog read = registry.readBack(registry.archive());

        VersionContent content = entry(read, "go").content("1.0.0").orElseThrow();
        assertThat(read.findings()).isEmpty();
        for (String name : List.of("whole", "part")) {
            StoredFile zip =
                    content.starterProject(name).map(StarterProject::offline).orElseThrow();
            assertThat(names(zip)).as(name).containsExactly("README.md", "link");
        }
        assertThat(content.resources()).containsKeys("whole.zip", "part.zip");
    }

    private List<String> names(StoredFile file) throws Exception {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(registry.store().open(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Test
    void iconsStandBesideTheDevfileOrInTheirAddress() throws Exception {
        String one = registry.serve("/one.svg", SVG);
        String two = registry.serve("/two.svg", SVG + "\n");
        String devfile = devfile("go", "1.0.0", "  icon: %s # ours\n".formatted(two));
        registry.source
                .file("stacks/go/stack.yaml", """
                        name: go
                        displayName: Go
                        icon: %s
                        versions: [{version: 1.0.0, default: true}]
                        """.formatted(one))
                .file("stacks/go/1.0.0/devfile.yaml", devfile)
                .file("samples/here/devfile.yaml", devfile("here", "1.0.0", ""))
                .file("extraDevfileEntries.yaml", """
                        samples:
                          - {name: here, icon: '%s', git: {remotes: {origin: 'https://example.com/s.git'}}}
                        stacks:
                          - {name: placed, icon: '%s'}
                        """.formatted(one, one));

        byte[] archive = registry.archive();

        SourceCatalog read = registry.readBack(archive);
        String name = entry(read, "go").entry().versions().get(0).icon();
        assertThat(unpacked(archive).get("stacks/go/1.0.0/devfile.yaml")).isEqualTo(devfile.replace(two, name));
        VersionContent content = entry(read, "go").content("1.0.0").orElseThrow();
        assertThat(registry.text(content.files().get(name))).isEqualTo(SVG + "\n");
        assertThat(registry.text(content.files().get(entry(read, "go").entry().icon())))
                .isEqualTo(SVG);
        CatalogEntry here = entry(read, "here");
        assertThat(registry.text(
                        here.content("").orElseThrow().files().get(here.entry().icon())))
                .isEqualTo(SVG);
        assertThat(entry(read, "placed").entry().icon()).startsWith("data:image/svg+xml;base64,PHN2");
    }

    @Test
    void parentsAndTheirParentsStandBesideTheDevfile() throws Exception {
        registry.serve("/p/manifest.yaml", "kind: List");
        registry.serve("/p/base.yaml", """
                schemaVersion: 2.2.0
                components:
                  - name: k
                    kubernetes: {uri: manifest.yaml}
                """);
        registry.serve("/devfiles/node/1.1.0", """
                schemaVersion: 2.2.0
                parent:
                  uri: ../../p/base.yaml  # relative
                """);
        String own = devfile("go", "1.0.0", """
                parent:
                  id: node
                  registryUrl: %s
                  version: 1.1.0 # that one
                  attributes:
                    a: b
                """.formatted(registry.url("/")));
        registry.source.file("stacks/go/devfile.yaml", own);

        byte[] archive = registry.archive();

        VersionContent content =
                entry(registry.readBack(archive), "go").content("1.0.0").orElseThrow();
        String devfile = registry.text(content.devfileContent());
        String parent = devfile.replaceAll("(?s).*uri: (parent-\\S+).*", "$1");
        assertThat(devfile).isEqualTo(devfile("go", "1.0.0", """
                parent:
                  uri: %s
                  attributes:
                    a: b
                """.formatted(parent)));
        String middle = registry.text(content.files().get(parent));
        String base = middle.replaceAll("(?s).*uri: (parent-\\S+).*", "$1");
        assertThat(middle).isEqualTo("schemaVersion: 2.2.0\nparent:\n  uri: %s  # relative\n".formatted(base));
        String manifest = registry.text(content.files().get(base)).replaceAll("(?s).*uri: (file-[^}]+).*", "$1");
        assertThat(registry.text(content.files().get(manifest))).isEqualTo("kind: List");
    }

    @Test
    void parentsBesideTheDevfileAreFollowed() throws Exception {
        registry.serve("/base.yaml", "schemaVersion: 2.2.0\n");
        registry.source
                .file("stacks/go/devfile.yaml", devfile("go", "1.0.0", "parent: {uri: ./common/parent.yaml}\n"))
                .file("stacks/go/common/parent.yaml", "parent: {uri: '" + registry.url("/base.yaml") + "'}\n");

        Map<String, String> files = unpacked(registry.archive());

        assertThat(files.get("stacks/go/devfile.yaml")).contains("parent: {uri: ./common/parent.yaml}");
        assertThat(files.get("stacks/go/common/parent.yaml")).matches("parent: \\{uri: parent-\\w{12}\\.yaml}\n");
        assertThat(files.keySet()).anyMatch(path -> path.matches("stacks/go/common/parent-\\w{12}\\.yaml"));
    }

    @Test
    void whatCannotBeHadIsToldAllAtOnce() throws Exception {
        registry.serve("/html", "<html>");
        registry.serve("/a.yaml", "schemaVersion: 2.2.0\nparent: {uri: b.yaml}\n");
        registry.serve("/b.yaml", "schemaVersion: 2.2.0\nparent: {uri: a.yaml}\n");
        registry.remotes.fail("https://example.com/p.git", RemoteException.Kind.TIMED_OUT);
        stack("one", "https://127.0.0.2/secret.svg?token=geheim", "uri: " + registry.url("/html"));
        stack("two", registry.url("/html"), "uri: " + registry.url("/a.yaml"));
        stack("three", registry.url("/no.svg"), "uri: no-such-file.yaml");
        registry.source.file("extraDevfileEntries.yaml", """
                samples:
                  - {name: sample, git: {remotes: {origin: 'https://example.com/s.git'}}}
                """);

        try (MadeBundle made = registry.make(false)) {
            assertThat(made.hasArchive()).isFalse();
            assertThat(made.missing())
                    .extracting(one -> one.kind().title() + " of " + one.entry() + ": " + one.reason())
                    .anySatisfy(is("icon of one: ", "registry.fetch.allow"))
                    .anySatisfy(is("parent of one: ", "not a devfile"))
                    .anySatisfy(is("starter project of one: ", "the test wants it so"))
                    .anySatisfy(is("icon of two: ", "not an image"))
                    .anySatisfy(is("parent of two: ", "its own parent"))
                    .anySatisfy(is("icon of three: ", "404"))
                    .anySatisfy(is("parent of three: ", "no such file"))
                    .anySatisfy(is("devfile of sample: ", "No source has it"))
                    .hasSize(10);
            assertThat(made.report().toString()).doesNotContain("geheim").doesNotContain(directory.toString());
        }
        assertThat(registry.leftovers()).isZero();
    }

    private static java.util.function.Consumer<String> is(String start, String part) {
        return text -> assertThat(text).startsWith(start).contains(part);
    }

    private void stack(String name, String icon, String parent) {
        registry.source.file("stacks/" + name + "/devfile.yaml", devfile(name, "1.0.0", """
                  icon: %s
                parent:
                  %s
                starterProjects:
                  - name: p
                    git: {remotes: {origin: 'https://example.com/p.git'}}
                """.formatted(icon, parent)));
    }

    @Test
    void whoeverWantsItGetsAnIncompleteBundle() throws Exception {
        stack("one", "data:,x", "id: node");
        stack("two", registry.url("/no.svg"), "uri: " + registry.url("/no.yaml"));

        try (MadeBundle made = registry.make(true)) {
            assertThat(made.missing()).hasSize(3 + 1);
            assertThat(made.report().getJsonArray("left")).hasSize(1);
            Map<String, String> files;
            try (var bytes = made.open()) {
                files = unpacked(bytes.readAllBytes());
            }
            assertThat(files.get("bundle.json")).contains("/no.svg").contains("/no.yaml");
            assertThat(files.get("stacks/two/1.0.0/devfile.yaml")).contains("uri: " + registry.url("/no.yaml"));
        }
    }

    @Test
    void oneIsMadeAtATime() throws Exception {
        registry.source.file("stacks/go/devfile.yaml", devfile("go", "1.0.0", ""));

        MadeBundle first = registry.make(false);
        Optional<MadeBundle> second = registry.tryMake();
        first.close();
        first.close();

        assertThat(second).isEmpty();
        assertThat(registry.archive()).isNotEmpty();
    }
}
