package io.devfile.registry.bundle;

import io.devfile.registry.content.StoredFile;
import java.util.Optional;

/**
 * The result of copying a file from a remote: one of these.
 *
 * @param problem why there is no copy, as sentences for the operator; safe for clients
 */
record Copy(Optional<StoredFile> file, String problem) {

    static Copy of(StoredFile file) {
        return new Copy(Optional.of(file), "");
    }

    static Copy failed(String problem) {
        return new Copy(Optional.empty(), problem);
    }
}
