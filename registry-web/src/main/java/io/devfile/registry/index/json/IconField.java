package io.devfile.registry.index.json;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The {@code icon} field with its comma, once for each address, because versions mostly have the icon of their entry. Not
 * thread-safe.
 */
final class IconField {

    private final JsonMembers members;
    private final UnaryOperator<String> change;
    private final Map<String, byte[]> known = new HashMap<>();

    /** @param change what is to be written for an address */
    IconField(JsonMembers members, UnaryOperator<String> change) {
        this.members = members;
        this.change = change;
    }

    byte[] of(String address) {
        return known.computeIfAbsent(
                address,
                icon -> members.following(new Fields().text("icon", icon.isEmpty() ? "" : change.apply(icon))));
    }
}
