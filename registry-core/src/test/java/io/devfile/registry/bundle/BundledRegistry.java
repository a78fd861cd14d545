package io.devfile.registry.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.read.ReadStacks;
import io.devfile.registry.catalog.read.RegistryRepositoryReader;
import io.devfile.registry.catalog.read.RemoteVersions;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.fixture.ManualClock;
import io.devfile.registry.fixture.RawServer;
import io.devfile.registry.fixture.TreeSource;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TestRemotes;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.starter.StarterZips;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.StateBuilder;
import io.devfile.registry.state.StateJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A source, a web server and Git repositories; the bundle that is created from them, and the content that is read back
 * from it.
 */
final class BundledRegistry implements AutoCloseable {

    private final Path directory;
    private final ContentStore store;
    private final FetchGuard guard;
    private final RemoteFiles files;
    private final RawServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ManualClock clock = new ManualClock();
    private final RemoteTrees trees;
    private final Bundles bundles;
    final TestRemotes remotes = new TestRemotes();
    final TreeSource source;

    BundledRegistry(Path directory) throws Exception {
        this.directory = directory;
        this.store = ContentStore.open(directory.resolve("content"));
        this.guard = FetchGuard.open(List.of("127.0.0.1"), null, false);
        this.files = new RemoteFiles(guard);
        this.server = new RawServer((request, out) -> {
            String path = request.split(" ")[1];
            String text = answers.containsKey(path)
                    ? RawServer.ok("text/plain", answers.get(path))
                    : "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
        });
        this.trees = remotes.open(directory.resolve("trees"), clock);
        this.source = new TreeSource(Files.createDirectories(directory.resolve("source")));
        this.bundles =
                Bundles.open(directory.resolve("bundle"), store, files, new StarterZips(trees, Duration.ofSeconds(20)));
    }

    /** Sets the content at a path of the web server. */
    String serve(String path, String content) {
        answers.put(path, content);
        return url(path);
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** The first lines of a devfile, with additional metadata. */
    static String devfile(String name, String version, String more) {
        return """
                schemaVersion: 2.2.0
                metadata:
                  name: %s
                  displayName: The %s
                  version: %s
                  language: Java
                  projectType: Plain
                  provider: Example
                  supportUrl: https://example.com
                  architectures: [amd64]
                """.formatted(name, name, version) + more;
    }

    /** The current content of the source. */
    RegistryState state() throws Exception {
        try (Snapshot snapshot = source.fetch()) {
            return new StateBuilder(new StateJson()).build(List.of(read(snapshot)), clock.instant());
        }
    }

    private SourceCatalog read(Snapshot snapshot) {
        RemoteVersions versions = new RemoteVersions(trees, Duration.ofSeconds(20));
        return new RegistryRepositoryReader(store, new YamlReader(), new DevfileValidator(), versions)
                .read("source", snapshot, new ReadStacks(), () -> {});
    }

    MadeBundle make(boolean incomplete) throws Exception {
        return bundles.make(state(), incomplete).orElseThrow();
    }

    Optional<MadeBundle> tryMake() throws Exception {
        return bundles.make(state(), false);
    }

    /** The archive of a complete bundle. */
    byte[] archive() throws Exception {
        try (MadeBundle made = make(false)) {
            assertThat(made.missing()).isEmpty();
            try (InputStream bytes = made.open()) {
                return bytes.readAllBytes();
            }
        }
    }

    /** The content of an archive, by path. */
    static Map<String, String> unpacked(byte[] archive) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put(
                        entry.getName() + ((entry.getMode() & 0100) != 0 ? "*" : ""),
                        new String(tar.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The catalog that a source reads from an archive. */
    SourceCatalog readBack(byte[] archive) throws IOException {
        Path root = Files.createTempDirectory(directory, "read").toRealPath();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = root.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, tar.readAllBytes());
                file.toFile().setExecutable((entry.getMode() & 0100) != 0);
            }
        }
        try (Snapshot snapshot = new TreeSource(root).fetch()) {
            return read(snapshot);
        } catch (io.devfile.registry.spi.source.SourceException e) {
            throw new IOException(e);
        }
    }

    static CatalogEntry entry(SourceCatalog catalog, String name) {
        return catalog.entries().stream()
                .filter(entry -> entry.entry().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    String text(StoredFile file) throws IOException {
        return new String(store.read(file), StandardCharsets.UTF_8);
    }

    ContentStore store() {
        return store;
    }

    /** The number of files that remain after bundles were created. */
    long leftovers() throws IOException {
        try (var all = Files.list(directory.resolve("bundle"))) {
            return all.count();
        }
    }

    @Override
    public void close() throws IOException {
        trees.close();
        files.close();
        server.close();
    }
}
