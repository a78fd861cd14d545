package io.devfile.registry.source.git;

import io.devfile.registry.toolkit.snapshot.Directories;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * When each directory of a tree was changed last, and which tree it was then.
 *
 * @param dates by path, with slashes; an empty text for the root
 */
record DirectoryDates(Map<String, Dated> dates) {

    static final DirectoryDates NONE = new DirectoryDates(Map.of());

    DirectoryDates {
        dates = Collections.unmodifiableMap(new TreeMap<>(dates));
    }

    /** @param tree the content that the directory has had since then */
    record Dated(ObjectId tree, Instant changed) {}

    /** As hosts are told: a directory whose tree is the same object has the same content. */
    Directories directories() {
        Map<String, Instant> changed = new HashMap<>();
        Map<String, String> contents = new HashMap<>();
        dates.forEach((path, dated) -> {
            changed.put(path, dated.changed());
            contents.put(path, dated.tree().name());
        });
        return new Directories(changed, contents);
    }
}
