package io.devfile.registry.index.json;

import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;

/** The JSON of a version, split into the parts before and after its icon. Immutable. */
final class VersionJson {

    private final IconPlace place;
    private final byte[] head;
    private final byte[] icon;
    private final byte[] tail;

    private VersionJson(IconPlace place, byte[] head, byte[] icon, byte[] tail) {
        this.place = place;
        this.head = head;
        this.icon = icon;
        this.tail = tail;
    }

    static VersionJson of(IndexEntry entry, IndexVersion version, JsonMembers members, IconField icons) {
        IconPlace place = IconPlace.of(entry, version);
        return new VersionJson(
                place,
                JsonMembers.bytes("{" + members.of(ItemFields.between(version, "", "icon"))),
                icons.of(place),
                members.following(ItemFields.between(version, "icon", "")));
    }

    VersionJson with(IconField icons) {
        return new VersionJson(place, head, icons.of(place), tail);
    }

    void write(ByteTarget target) {
        target.add(head);
        target.add(icon);
        target.add(tail);
        target.add(Punctuation.END_OBJECT);
    }
}
