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
        JsonFields head = new JsonFields()
                .text("version", version.version())
                .text("schemaVersion", version.schemaVersion())
                .flag("default", version.isDefault())
                .git("git", version.git())
                .text("description", version.description())
                .list("tags", version.tags())
                .list("architectures", version.architectures());
        JsonFields tail = new JsonFields()
                .map("links", version.links())
                .map("commandGroups", version.commandGroups())
                .map("deploymentScopes", version.deploymentScopes())
                .list("resources", version.resources())
                .list("starterProjects", version.starterProjects())
                .time("lastModified", version.lastModified());
        IconPlace place = IconPlace.of(entry, version);
        return new VersionJson(
                place, JsonMembers.bytes("{" + members.of(head)), icons.of(place), members.following(tail));
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
