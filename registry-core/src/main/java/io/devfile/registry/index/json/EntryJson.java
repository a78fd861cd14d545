package io.devfile.registry.index.json;

import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.IndexEntry;
import java.util.BitSet;
import java.util.List;

/** The JSON of an entry, split into the parts before and after its icon and its versions. Immutable. */
final class EntryJson {

    private static final String ICON = "icon";
    private static final String VERSIONS = "versions";

    private final IndexEntry entry;
    private final byte[] head;
    private final byte[] icon;
    private final byte[] body;
    private final List<VersionJson> versions;
    private final byte[] tail;

    private EntryJson(
            IndexEntry entry, byte[] head, byte[] icon, byte[] body, List<VersionJson> versions, byte[] tail) {
        this.entry = entry;
        this.head = head;
        this.icon = icon;
        this.body = body;
        this.versions = versions;
        this.tail = tail;
    }

    static EntryJson of(IndexEntry entry, JsonMembers members, IconField icons) {
        return new EntryJson(
                entry,
                JsonMembers.bytes("{" + members.of(ItemFields.between(entry, "", ICON))),
                icons.of(IconPlace.of(entry)),
                members.following(ItemFields.between(entry, ICON, VERSIONS)),
                entry.versions().stream()
                        .map(version -> VersionJson.of(entry, version, members, icons))
                        .toList(),
                members.following(ItemFields.between(entry, VERSIONS, "")));
    }

    EntryJson with(IconField icons) {
        List<VersionJson> changed =
                versions.stream().map(version -> version.with(icons)).toList();
        return new EntryJson(entry, head, icons.of(IconPlace.of(entry)), body, changed, tail);
    }

    /** @param kept the versions to write, by position */
    void write(BitSet kept, ByteTarget target) {
        target.add(head);
        target.add(icon);
        target.add(body);
        byte[] before = Punctuation.VERSIONS;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            target.add(before);
            versions.get(i).write(target);
            before = Punctuation.COMMA;
        }
        if (!kept.isEmpty()) {
            target.add(Punctuation.END_ARRAY);
        }
        target.add(tail);
        target.add(Punctuation.END_OBJECT);
    }
}
