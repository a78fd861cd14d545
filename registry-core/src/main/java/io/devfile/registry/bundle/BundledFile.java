package io.devfile.registry.bundle;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;

/**
 * A file of a bundle.
 *
 * @param store has its bytes
 */
record BundledFile(ContentStore store, StoredFile file, boolean executable) {

    /** One that nobody executes. */
    BundledFile(ContentStore store, StoredFile file) {
        this(store, file, false);
    }
}
