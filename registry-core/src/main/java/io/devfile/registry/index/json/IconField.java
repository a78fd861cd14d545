package io.devfile.registry.index.json;

import io.devfile.registry.index.model.IconPlace;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The {@code icon} field with its comma, once for each place, because versions mostly have the icon of their entry. Not
 * thread-safe.
 */
final class IconField {

    private final JsonMembers members;
    private final Function<IconPlace, String> change;
    private final Map<IconPlace, byte[]> known = new HashMap<>();

    /** @param change what is to be written for an icon */
    IconField(JsonMembers members, Function<IconPlace, String> change) {
        this.members = members;
        this.change = change;
    }

    byte[] of(IconPlace place) {
        return known.computeIfAbsent(
                place,
                icon -> members.following(
                        new Fields().text("icon", icon.address().isEmpty() ? "" : change.apply(icon))));
    }
}
