package io.devfile.registry.bundle;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the items that a bundle does not contain, each once. For one thread. */
final class MissingReport {

    private final Set<Missing> missing = new LinkedHashSet<>();
    private final Set<Missing> left = new LinkedHashSet<>();

    /**
     * Adds an item that should be included. It is not reported for an entry if it was already reported for one of its
     * versions.
     */
    void missing(Missing.Kind kind, Owner owner, String what, String reason) {
        boolean told = owner.version().isEmpty()
                && missing.stream()
                        .anyMatch(one -> one.kind() == kind
                                && one.entry().equals(owner.entry())
                                && one.what().equals(what));
        if (told) {
            return;
        }
        missing.add(new Missing(kind, owner.entry(), owner.version(), what, reason));
    }

    /** Adds an item that bundles never include. */
    void left(Missing.Kind kind, Owner owner, String what, String reason) {
        left.add(new Missing(kind, owner.entry(), owner.version(), what, reason));
    }

    List<Missing> missing() {
        return new ArrayList<>(missing);
    }

    List<Missing> left() {
        return new ArrayList<>(left);
    }

    /** The report as JSON: lists of objects with kind, entry, version (if there is one), what and reason. */
    static JsonObject json(List<Missing> missing, List<Missing> left) {
        return Json.createObjectBuilder()
                .add("missing", array(missing))
                .add("left", array(left))
                .build();
    }

    private static JsonArrayBuilder array(List<Missing> all) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        for (Missing one : all) {
            var object =
                    Json.createObjectBuilder().add("kind", one.kind().title()).add("entry", one.entry());
            if (!one.version().isEmpty()) {
                object.add("version", one.version());
            }
            array.add(object.add("what", one.what()).add("reason", one.reason()));
        }
        return array;
    }
}
