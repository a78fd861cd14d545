package io.devfile.registry.bundle;

import io.devfile.registry.content.StoredFile;
import java.util.Optional;

/**
 * What came of copying something from elsewhere: one of these.
 *
 * @param problem why there is none, as sentences for the operator; fit for clients
 */
record Copy(Optional<StoredFile> file, String problem) {

    static Copy of(StoredFile file) {
        return new Copy(Optional.of(file), "");
    }

    static Copy failed(String problem) {
        return new Copy(Optional.empty(), problem);
    }
}
