package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fixture.ManualClock;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TestRemotes;
import io.devfile.registry.spi.source.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a registry repository below a directory, and reads it as the registry does. */
final class RepositoryFixture {

    static final String SOURCE = "tried";

    private static final DevfileValidator VALIDATOR = new DevfileValidator();

    private final Path root;
    private final ContentStore store;
    private final Map<String, Instant> known = new HashMap<>();
    private final Map<String, String> revisions = new HashMap<>();
    private final TestRemotes remotes = new TestRemotes();
    private final ManualClock clock = new ManualClock();
    private final RemoteTrees trees;

    /**
     * @param temporary receives a directory {@code repository} with the content to read, and a directory with the
     *     content store
     */
    RepositoryFixture(Path temporary) {
        try {
            root = Files.createDirectories(temporary.toRealPath().resolve("repository"));
            store = ContentStore.open(temporary.resolve("content"));
            trees = remotes.open(temporary.resolve("trees"), clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RepositoryFixture file(String path, String content) {
        return file(path, content.getBytes(StandardCharsets.UTF_8));
    }

    RepositoryFixture file(String path, byte[] content) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    RepositoryFixture directory(String path) {
        try {
            Files.createDirectories(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** @param target the target of the link, as for {@code ln -s} */
    RepositoryFixture link(String path, String target) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.createSymbolicLink(root.resolve(path), Path.of(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A valid stack with one version, 1.0.0. */
    RepositoryFixture stack(String name) {
        return devfile("stacks/" + name, DevfileText.of(name, "1.0.0"));
    }

    RepositoryFixture devfile(String directory, DevfileText devfile) {
        return file(directory + "/devfile.yaml", devfile.toString());
    }

    /** A valid stack with these versions; the first is the default. */
    RepositoryFixture versions(String name, String... versions) {
        StringBuilder yaml = new StringBuilder(
                "name: " + name + "\ndisplayName: Stack " + name + "\nicon: https://example.org/icon.svg\nversions:\n");
        for (String version : versions) {
            yaml.append("  - version: ").append(version).append('\n');
            if (version.equals(versions[0])) {
                yaml.append("    default: true\n");
            }
            devfile("stacks/" + name + "/" + version, DevfileText.of(name, version));
        }
        return file("stacks/" + name + "/stack.yaml", yaml.toString());
    }

    /** Sets the time that the source knows for the last change of a directory. */
    RepositoryFixture changed(String directory, String instant) {
        known.put(directory, Instant.parse(instant));
        return this;
    }

    /** The content of a file. */
    String written(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path(String path) {
        return root.resolve(path);
    }

    ContentStore store() {
        return store;
    }

    /** Sets the revision that the source returns for the content of a directory. */
    RepositoryFixture revision(String directory, String revision) {
        revisions.put(directory, revision);
        return this;
    }

    SourceCatalog read() {
        return readAt("r1", new ReadStacks());
    }

    SourceCatalog readAt(String revision, ReadStacks before) {
        RemoteVersions versions = new RemoteVersions(trees(), Duration.ofSeconds(20));
        return new RegistryRepositoryReader(store, new YamlReader(), VALIDATOR, versions)
                .read(SOURCE, new KnownSnapshot(revision), before, () -> {});
    }

    /** The remotes of versions by Git reference. */
    TestRemotes remotes() {
        return remotes;
    }

    /** Whether another read would give the same result. */
    boolean isCurrent(SourceCatalog catalog) {
        RemoteVersions versions = new RemoteVersions(trees(), Duration.ofSeconds(20));
        return new RegistryRepositoryReader(store, new YamlReader(), VALIDATOR, versions).isCurrent(catalog, () -> {});
    }

    private RemoteTrees trees() {
        // long enough that the remotes are asked again
        clock.advance(Duration.ofMinutes(1));
        return trees;
    }

    CatalogEntry entry(String name) {
        return read().entries().stream()
                .filter(entry -> entry.entry().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No entry " + name + " in " + read()));
    }

    /** The files of a version of a stack. */
    VersionContent content(String name, String version) {
        return entry(name).content(version).orElseThrow();
    }

    String text(StoredFile file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    byte[] bytes(StoredFile file) {
        try {
            return store.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> names() {
        return names(read());
    }

    static List<String> names(SourceCatalog catalog) {
        return catalog.entries().stream().map(entry -> entry.entry().name()).toList();
    }

    static List<Finding> errors(SourceCatalog catalog) {
        return of(catalog, Severity.ERROR);
    }

    static List<Finding> warnings(SourceCatalog catalog) {
        return of(catalog, Severity.WARNING);
    }

    private static List<Finding> of(SourceCatalog catalog, Severity severity) {
        return catalog.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }

    private final class KnownSnapshot implements Snapshot {

        private final String revision;

        KnownSnapshot(String revision) {
            this.revision = revision;
        }

        @Override
        public Path root() {
            return root;
        }

        @Override
        public String revision() {
            return revision;
        }

        @Override
        public Optional<String> revision(Path directory) {
            return Optional.ofNullable(revisions.get(directory.toString().replace('\\', '/')));
        }

        @Override
        public Optional<Instant> lastModified(Path directory) {
            return Optional.ofNullable(known.get(directory.toString().replace('\\', '/')));
        }

        @Override
        public void close() {}
    }
}
