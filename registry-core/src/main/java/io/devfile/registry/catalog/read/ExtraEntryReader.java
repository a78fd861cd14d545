package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.model.ItemBuilder;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry that is described in place, and its devfiles that are in the source. */
final class ExtraEntryReader {

    private static final List<String> KNOWN = List.of(
            "name",
            "version",
            "attributes",
            "displayName",
            "description",
            "tags",
            "architectures",
            "icon",
            "globalMemoryLimit",
            "projectType",
            "language",
            "links",
            "commandGroups",
            "deploymentScopes",
            "resources",
            "starterProjects",
            "git",
            "provider",
            "supportUrl",
            "versions");

    private final CachedDevfiles devfiles;
    private final Timestamps timestamps;
    private final ExtraVersionsReader versions;

    ExtraEntryReader(CachedDevfiles devfiles, Timestamps timestamps) {
        this.devfiles = devfiles;
        this.timestamps = timestamps;
        this.versions = new ExtraVersionsReader(devfiles, timestamps);
    }

    Optional<CatalogEntry> read(YamlFields fields, EntryType type, String source, String revision) {
        String name = fields.text("name");
        if (!EntryName.isValid(name)) {
            fields.error(
                    Rule.INVALID_NAME,
                    "name",
                    EntryName.quote(name) + " cannot be the name of an entry. " + EntryName.RULE);
            return Optional.empty();
        }
        List<YamlFields> listed = fields.mappings("versions");
        Optional<GitOrigin> git = Origins.of(fields);
        if (!listed.isEmpty()) {
            Defaults.check(fields, listed);
        } else if (type == EntryType.SAMPLE) {
            checkOrigin(fields, git);
        }
        IndexEntry described = described(fields, type, name, git);
        if (!fields.sound()) {
            return Optional.empty();
        }
        warn(fields, described);
        return (listed.isEmpty() ? single(described) : versioned(described, fields, listed))
                .map(found -> new CatalogEntry(found.entry(), "", source, revision, found.contents()));
    }

    private record Found(IndexEntry entry, Map<String, VersionContent> contents) {}

    private Optional<Found> single(IndexEntry described) {
        String directory = "samples/" + described.name();
        CachedDevfiles.Result cached =
                described.type() == EntryType.SAMPLE ? devfiles.read(directory) : CachedDevfiles.Result.NONE;
        if (cached.isBroken()) {
            return Optional.empty();
        }
        Map<String, VersionContent> contents = new HashMap<>();
        cached.content().ifPresent(content -> contents.put("", content));
        return Optional.of(new Found(
                described.toBuilder()
                        .lastModified(timestamps.of(described.type(), described.name(), "", Path.of(directory)))
                        .build(),
                contents));
    }

    private Optional<Found> versioned(IndexEntry described, YamlFields fields, List<YamlFields> listed) {
        ExtraVersionsReader.Result read = versions.read(listed, described.type(), described.name());
        if (read.versions().isEmpty()) {
            return Optional.empty();
        }
        List<IndexVersion> served = read.versions();
        if (served.stream().noneMatch(IndexVersion::isDefault)) {
            String highest =
                    served.stream().max(IndexVersion.ORDER).orElseThrow().version();
            Defaults.promoted(fields, highest);
            served = served.stream()
                    .map(one -> one.version().equals(highest)
                            ? one.toBuilder().isDefault(true).build()
                            : one)
                    .toList();
        }
        return Optional.of(new Found(
                described.toBuilder()
                        .versions(served)
                        .lastModified(served.stream()
                                .flatMap(one -> one.lastModified().stream())
                                .max(Comparator.comparing(OffsetDateTime::toInstant)))
                        .build(),
                read.contents()));
    }

    private static IndexEntry described(YamlFields fields, EntryType type, String name, Optional<GitOrigin> git) {
        return common(IndexEntry.builder(type, name), fields)
                .version(fields.text("version"))
                .attributes(fields.freeForm("attributes"))
                .displayName(fields.text("displayName"))
                .globalMemoryLimit(fields.text("globalMemoryLimit"))
                .projectType(fields.text("projectType"))
                .language(fields.text("language"))
                .provider(fields.text("provider"))
                .supportUrl(fields.text("supportUrl"))
                .git(git)
                .build();
    }

    /** Sets the fields that an entry and a version have in common. */
    static <B extends ItemBuilder<B>> B common(B item, YamlFields fields) {
        return item.description(fields.text("description"))
                .tags(fields.texts("tags"))
                .architectures(fields.texts("architectures"))
                .icon(IconAddress.of(fields))
                .links(fields.textMap("links"))
                .commandGroups(fields.flagMap("commandGroups"))
                .deploymentScopes(Scopes.of(fields))
                .resources(fields.texts("resources"))
                .starterProjects(fields.texts("starterProjects"));
    }

    private static void checkOrigin(YamlFields fields, Optional<GitOrigin> git) {
        if (git.isEmpty() && !fields.has("git")) {
            fields.error(
                    Rule.SAMPLE_REMOTE,
                    "",
                    "The sample has neither versions nor git. Add 'git' with the remote of its repository.");
        } else {
            Origins.check(fields, git);
        }
    }

    private static void warn(YamlFields fields, IndexEntry entry) {
        fields.warnOfMisspelt(KNOWN);
        if (entry.provider().isEmpty()) {
            fields.warning(
                    Rule.MISSING_METADATA, "", "There is no provider. Add its name, so that users know whom to ask.");
        }
        if (entry.supportUrl().isEmpty()) {
            fields.warning(Rule.MISSING_METADATA, "", "There is no supportUrl. Add the address where users get help.");
        }
        if (entry.architectures().isEmpty()) {
            fields.warning(
                    Rule.MISSING_METADATA,
                    "",
                    "There are no architectures. List those that it runs on, such as amd64 and arm64.");
        }
    }
}
