package io.devfile.registry.bundle;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a bundle does not have, each thing once. For one thread. */
final class Report {

    private final Set<Missing> missing = new LinkedHashSet<>();
    private final Set<Missing> left = new LinkedHashSet<>();

    /** Something that should be there. An entry that lacks what one of its versions lacks is not worth a word. */
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

    /** Something that is not taken along. */
    void left(Missing.Kind kind, Owner owner, String what, String reason) {
        left.add(new Missing(kind, owner.entry(), owner.version(), what, reason));
    }

    List<Missing> missing() {
        return new ArrayList<>(missing);
    }

    List<Missing> left() {
        return new ArrayList<>(left);
    }

    /** As JSON: lists of objects with kind, entry, version (where there is one), what and reason. */
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
