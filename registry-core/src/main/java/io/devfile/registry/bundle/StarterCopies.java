package io.devfile.registry.bundle;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.ProjectZip;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.FetchThreads;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteOutcome;
import io.devfile.registry.remote.RemoteTree;
import io.devfile.registry.starter.StarterZips;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Zips of starter projects at remotes, in the form for the directory of a devfile. A limited number is fetched at a
 * time. For one thread.
 */
final class StarterCopies implements AutoCloseable {

    private static final int AT_ONCE = 4;

    private final StarterZips zips;
    private final ContentStore store;
    private final ExecutorService threads = FetchThreads.queueing(AT_ONCE, "bundle");
    private final Map<StarterProject, Future<Copy>> copies = new HashMap<>();

    /** @param store receives the copies, because trees of remotes may be evicted meanwhile */
    StarterCopies(StarterZips zips, ContentStore store) {
        this.zips = zips;
        this.store = store;
    }

    /** Starts to fetch a project that will be requested. */
    void begin(StarterProject project) {
        copies.computeIfAbsent(project, key -> threads.submit(() -> fetch(key)));
    }

    /**
     * Waits for a project.
     *
     * @throws StorageException if the disk cannot store it
     */
    Copy of(StarterProject project) throws InterruptedException {
        begin(project);
        try {
            return copies.get(project).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StorageException storage) {
                throw storage;
            }
            throw new IllegalStateException("The starter project " + project.name() + " was not copied", e);
        }
    }

    private Copy fetch(StarterProject project) throws InterruptedException {
        try {
            Optional<RemoteOutcome<RemoteTree>> outcome = zips.find(project);
            if (outcome.isEmpty()) {
                return Copy.failed("Its devfile names no remote for it, and there is no zip of it beside the devfile.");
            }
            RemoteTree tree = outcome.get().orElseThrow();
            return Copy.of(copied(project, tree.zip()));
        } catch (RemoteException e) {
            return Copy.failed(e.getMessage());
        } catch (FileSystemException e) {
            return Copy.failed(
                    "Its zip was evicted from the cache before it was copied. Increase registry.starter.cache.");
        } catch (IOException e) {
            return Copy.failed("Its zip cannot be put beside the devfile: " + e.getMessage() + ".");
        }
    }

    /**
     * Readers of a source extract the requested directory from the zip, so the content is put back into this directory.
     */
    private StoredFile copied(StarterProject project, StoredFile zip) throws IOException {
        if (project.subDir().isEmpty()) {
            try (InputStream content = zips.store().open(new ProjectZip(zips.store(), zip).checked())) {
                return store.add(content, ProjectZip.LARGEST);
            }
        }
        StoredFile copy = new ProjectZip(zips.store(), zip).below(project.subDir(), store);
        new ProjectZip(store, copy).only(project.subDir());
        return copy;
    }

    /** Stops fetches in progress. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
