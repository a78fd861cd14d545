package io.devfile.registry.bundle;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.FetchException;
import io.devfile.registry.fetch.FetchRequest;
import io.devfile.registry.fetch.Fetched;
import io.devfile.registry.fetch.RemoteFiles;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Copies of the files at addresses. Each is fetched once. For one thread. */
final class RemoteCopies {

    /** The maximum size of one file, in bytes; equal to the limit for YAML in a source. */
    private static final long LARGEST = 1024 * 1024;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final @Nullable RemoteFiles files;
    private final ContentStore store;
    private final Map<String, Copy> copies = new HashMap<>();

    /** @param files null if nothing may be fetched */
    RemoteCopies(@Nullable RemoteFiles files, ContentStore store) {
        this.files = files;
        this.store = store;
    }

    /** The store with the copies. */
    ContentStore store() {
        return store;
    }

    /** @throws StorageException if the disk cannot store the copy */
    Copy of(String address) throws InterruptedException {
        Optional<Copy> known = Optional.ofNullable(copies.get(address));
        if (known.isPresent()) {
            return known.get();
        }
        Copy fetched = fetch(address);
        copies.put(address, fetched);
        return fetched;
    }

    private Copy fetch(String address) throws InterruptedException {
        if (files == null) {
            return Copy.failed("The registry is offline. Set registry.offline to false if there is a network.");
        }
        try {
            Fetched<StoredFile> fetched = files.store(FetchRequest.of(address, LARGEST, TIMEOUT), store);
            return fetched instanceof Fetched.Content<StoredFile> content
                    ? Copy.of(content.content())
                    : Copy.failed(
                            "The remote responded that the file is not modified, but the request had no condition.");
        } catch (FetchException e) {
            return Copy.failed(e.getMessage());
        }
    }
}
