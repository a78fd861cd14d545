package io.devfile.registry.bundle;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;

/**
 * A file of a bundle.
 *
 * @param store contains its bytes
 */
record BundledFile(ContentStore store, StoredFile file, boolean executable) {

    /** A file that is not executable. */
    BundledFile(ContentStore store, StoredFile file) {
        this(store, file, false);
    }
}
