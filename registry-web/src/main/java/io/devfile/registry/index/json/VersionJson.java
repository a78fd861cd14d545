package io.devfile.registry.index.json;

import io.devfile.registry.index.model.IndexVersion;

/** The JSON of a version, in pieces around its icon. Immutable. */
final class VersionJson {

    private final IndexVersion version;
    private final byte[] head;
    private final byte[] icon;
    private final byte[] tail;

    private VersionJson(IndexVersion version, byte[] head, byte[] icon, byte[] tail) {
        this.version = version;
        this.head = head;
        this.icon = icon;
        this.tail = tail;
    }

    static VersionJson of(IndexVersion version, JsonMembers members, IconField icons) {
        Fields head = new Fields()
                .text("version", version.version())
                .text("schemaVersion", version.schemaVersion())
                .flag("default", version.isDefault())
                .git("git", version.git())
                .text("description", version.description())
                .list("tags", version.tags())
                .list("architectures", version.architectures());
        Fields tail = new Fields()
                .map("links", version.links())
                .map("commandGroups", version.commandGroups())
                .map("deploymentScopes", version.deploymentScopes())
                .list("resources", version.resources())
                .list("starterProjects", version.starterProjects())
                .time("lastModified", version.lastModified());
        return new VersionJson(
                version, JsonMembers.bytes("{" + members.of(head)), icons.of(version.icon()), members.following(tail));
    }

    VersionJson with(IconField icons) {
        return new VersionJson(version, head, icons.of(version.icon()), tail);
    }

    void write(ByteTarget target) {
        target.add(head);
        target.add(icon);
        target.add(tail);
        target.add(Punctuation.END_OBJECT);
    }
}
