package io.devfile.registry.source.git;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * When each directory of a tree was changed last, and which tree it was then.
 *
 * @param directories by path, with slashes; an empty text for the root
 */
record DirectoryDates(Map<String, Dated> directories) {

    static final DirectoryDates NONE = new DirectoryDates(Map.of());

    DirectoryDates {
        directories = Collections.unmodifiableMap(new TreeMap<>(directories));
    }

    /** @param tree the content that the directory has had since then */
    record Dated(ObjectId tree, Instant changed) {}

    Map<String, Instant> instants() {
        Map<String, Instant> instants = new HashMap<>();
        directories.forEach((path, dated) -> instants.put(path, dated.changed()));
        return instants;
    }
}
