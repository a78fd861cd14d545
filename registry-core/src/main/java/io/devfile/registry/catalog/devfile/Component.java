package io.devfile.registry.catalog.devfile;

import java.util.List;
import java.util.Locale;

/** A component: {@code whole} is the item of the list, {@code body} is the value below its kind. */
record Component(DevfilePart whole, String name, Kind kind, DevfilePart body) {

    enum Kind {
        CONTAINER,
        KUBERNETES,
        OPENSHIFT,
        VOLUME,
        IMAGE,
        PLUGIN,
        UNKNOWN;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Component of(DevfilePart whole) {
        String name = whole.at("name").text().orElse("");
        for (Kind kind : Kind.values()) {
            DevfilePart body = whole.at(kind.key());
            if (body.exists()) {
                return new Component(whole, name, kind, body);
            }
        }
        return new Component(whole, name, Kind.UNKNOWN, whole);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    List<DevfilePart> endpoints() {
        return body.at("endpoints").items();
    }
}
