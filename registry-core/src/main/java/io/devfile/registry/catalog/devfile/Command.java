package io.devfile.registry.catalog.devfile;

import java.util.List;
import java.util.Locale;

/** A command: {@code whole} is the item of the list, {@code body} is the value below its kind. */
record Command(DevfilePart whole, String id, Kind kind, DevfilePart body) {

    enum Kind {
        EXEC("exec"),
        APPLY("apply"),
        COMPOSITE("composite"),
        VSCODE_LAUNCH("vscodeLaunch"),
        VSCODE_TASK("vscodeTask"),
        UNKNOWN("unknown");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    static Command of(DevfilePart whole) {
        String id = whole.at("id").text().orElse("");
        for (Kind kind : Kind.values()) {
            DevfilePart body = whole.at(kind.key());
            if (body.exists()) {
                return new Command(whole, id, kind, body);
            }
        }
        return new Command(whole, id, Kind.UNKNOWN, whole);
    }

    /** The key by which commands refer to each other: not case-sensitive. */
    static String key(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** The ids of the commands that a composite runs; empty for other commands. */
    List<DevfilePart> parts() {
        return is(Kind.COMPOSITE) ? body.at("commands").items() : List.of();
    }
}
