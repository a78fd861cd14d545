package io.devfile.registry.bundle;

import io.devfile.registry.content.StoredFile;
import org.jspecify.annotations.Nullable;

/**
 * The result of copying a file from a remote: one of these.
 *
 * @param file null if there is no copy
 * @param problem why there is no copy, as sentences for the operator; safe for clients
 */
record Copy(@Nullable StoredFile file, String problem) {

    static Copy of(StoredFile file) {
        return new Copy(file, "");
    }

    static Copy failed(String problem) {
        return new Copy(null, problem);
    }
}
