package io.devfile.registry.source.git;

import io.devfile.registry.toolkit.snapshot.Directories;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The time of the last change of each directory of a tree, and the tree object since then.
 *
 * @param dates by path, with slashes; an empty text for the root
 */
record DirectoryDates(Map<String, Dated> dates) {

    static final DirectoryDates NONE = new DirectoryDates(Map.of());

    DirectoryDates {
        dates = Collections.unmodifiableMap(new TreeMap<>(dates));
    }

    /** @param tree the content of the directory since then */
    record Dated(ObjectId tree, Instant changed) {}

    /** In the form for hosts: a directory whose tree is the same object has the same content. */
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
