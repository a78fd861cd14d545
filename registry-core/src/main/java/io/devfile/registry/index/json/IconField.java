package io.devfile.registry.index.json;

import io.devfile.registry.index.model.IconPlace;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The {@code icon} field with its comma. It is created once for each place, because versions usually have the icon of
 * their entry. Not thread-safe.
 */
final class IconField {

    private final JsonMembers members;
    private final Function<IconPlace, String> change;
    private final Map<IconPlace, byte[]> known = new HashMap<>();

    /** @param change returns the text to write for an icon */
    IconField(JsonMembers members, Function<IconPlace, String> change) {
        this.members = members;
        this.change = change;
    }

    byte[] of(IconPlace place) {
        return known.computeIfAbsent(place, icon -> {
            String text = icon.address().isEmpty() ? "" : change.apply(icon);
            return members.following(text.isEmpty() ? Map.of() : Map.of("icon", text));
        });
    }
}
