package io.devfile.registry.source.git;

import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;

/**
 * The bare repository that objects are fetched into. One reference points to the commit that was last fetched
 * completely. A mark is set during a write; if it exists at the next start, the process was killed during a write, and
 * the repository is created again. It is also created again if it is for another origin or cannot be read. For one
 * thread at a time.
 */
final class LocalRepository implements AutoCloseable {

    private static final String CURRENT = "refs/registry/current";
    private static final String SECTION = "registry";
    private static final String ORIGIN = "origin";
    private static final String TIDY_BYTES = "tidybytes";
    private static final String BUSY = "registry-busy";

    private static final int PACKS = 30;
    private static final long GROWTH_BYTES = 32L << 20;

    private final Path directory;
    private final Repository repository;

    private LocalRepository(Path directory, Repository repository) {
        this.directory = directory;
        this.repository = repository;
    }

    /**
     * Opens the repository, or creates it.
     *
     * @param origin identifies its content: a repository with another origin is created again
     */
    static LocalRepository open(Path directory, String origin) throws IOException {
        if (!isUsable(directory, origin)) {
            DurableFiles.deleteTree(directory);
            DurableFiles.createDirectories(directory.toAbsolutePath().getParent());
            try (Repository made = new FileRepository(directory.toFile())) {
                made.create(true);
                StoredConfig configuration = made.getConfig();
                configuration.setString(SECTION, null, ORIGIN, origin);
                configuration.setString("gc", null, "pruneexpire", "now");
                configuration.setString("gc", null, "prunepackexpire", "now");
                configuration.setBoolean("pack", null, "buildbitmaps", false);
                configuration.setInt("pack", null, "threads", 1);
                configuration.save();
            }
        }
        return new LocalRepository(directory, new FileRepository(directory.toFile()));
    }

    private static boolean isUsable(Path directory, String origin) {
        if (!Files.isRegularFile(directory.resolve("config")) || Files.exists(directory.resolve(BUSY))) {
            return false;
        }
        FileBasedConfig configuration =
                new FileBasedConfig(directory.resolve("config").toFile(), FS.DETECTED);
        try {
            configuration.load();
        } catch (IOException | ConfigInvalidException e) {
            return false;
        }
        return origin.equals(configuration.getString(SECTION, null, ORIGIN))
                && Files.isRegularFile(directory.resolve("HEAD"))
                && Files.isDirectory(directory.resolve("objects"));
    }

    Repository repository() {
        return repository;
    }

    /** The commit that was fetched last. */
    Optional<ObjectId> current() throws IOException {
        return Optional.ofNullable(repository.exactRef(CURRENT)).map(Ref::getObjectId);
    }

    /** Sets the mark for a write in progress. */
    void begin() throws IOException {
        DurableFiles.write(directory.resolve(BUSY), "".getBytes(StandardCharsets.UTF_8));
    }

    /** Removes the mark. */
    void end() throws IOException {
        Files.deleteIfExists(directory.resolve(BUSY));
    }

    /** Records that a commit was fetched completely. */
    void take(ObjectId commit) throws IOException {
        RefUpdate update = repository.updateRef(CURRENT);
        update.setNewObjectId(commit);
        update.setForceUpdate(true);
        update.disableRefLog();
        RefUpdate.Result result = update.update();
        switch (result) {
            case NEW, FORCED, FAST_FORWARD, NO_CHANGE -> {
                // success
            }
            default -> throw new IOException("The reference " + CURRENT + " cannot be written: " + result);
        }
    }

    /** The total size of its objects in bytes. */
    long bytes() throws IOException {
        return bytes(directory);
    }

    /** The total size of the objects of a repository in bytes, even during a write. */
    static long bytes(Path directory) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(directory.resolve("objects"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += size(file);
            }
        }
        return bytes;
    }

    /** Removes unreachable objects and packs the others, if this is probably worthwhile. */
    void tidy() throws IOException {
        long tidy = repository.getConfig().getLong(SECTION, TIDY_BYTES, -1);
        long bytes = bytes();
        if (tidy < 0) {
            remember(bytes);
        } else if (packs() > PACKS || bytes > 2 * tidy + GROWTH_BYTES) {
            begin();
            try (Git git = Git.wrap(repository)) {
                git.gc().call();
            } catch (GitAPIException | JGitInternalException e) {
                throw new IOException("The objects in " + directory + " cannot be packed", e);
            }
            remember(bytes());
            end();
        }
    }

    @Override
    public void close() {
        repository.close();
    }

    private void remember(long bytes) throws IOException {
        repository.getConfig().setLong(SECTION, null, TIDY_BYTES, bytes);
        repository.getConfig().save();
    }

    private long packs() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("objects/pack"))) {
            return files.filter(file -> file.toString().endsWith(".pack")).count();
        }
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0; // temporary files may disappear
        }
    }
}
