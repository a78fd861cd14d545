package io.devfile.registry.catalog.devfile;

import java.util.List;
import java.util.Locale;

/** A component: {@code whole} is the item of the list, {@code body} is the value below its kind. */
record Component(Part whole, String name, Kind kind, Part body) {

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

    static Component of(Part whole) {
        String name = whole.at("name").text().orElse("");
        for (Kind kind : Kind.values()) {
            Part body = whole.at(kind.key());
            if (body.exists()) {
                return new Component(whole, name, kind, body);
            }
        }
        return new Component(whole, name, Kind.UNKNOWN, whole);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    List<Part> endpoints() {
        return body.at("endpoints").items();
    }
}
