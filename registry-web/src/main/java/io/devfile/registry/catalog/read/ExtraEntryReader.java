package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.model.ItemBuilder;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one entry that is described in place, and the devfiles of it that the source carries. */
final class ExtraEntryReader {

    private final CachedDevfiles devfiles;
    private final Timestamps timestamps;

    ExtraEntryReader(CachedDevfiles devfiles, Timestamps timestamps) {
        this.devfiles = devfiles;
        this.timestamps = timestamps;
    }

    Optional<CatalogEntry> read(Fields fields, EntryType type, String source, String revision) {
        String name = fields.text("name");
        if (!EntryName.isValid(name)) {
            fields.error("name", EntryName.quote(name) + " cannot be the name of an entry. " + EntryName.RULE);
            return Optional.empty();
        }
        Map<String, VersionContent> contents = new HashMap<>();
        List<IndexVersion> versions = versions(fields, type, name, contents);
        Optional<GitOrigin> git = fields.mapping("git").map(ExtraEntryReader::git);
        checkOrigin(fields, type, git);
        checkDefaults(fields, versions);
        if (!fields.sound()) {
            return Optional.empty();
        }
        if (!fields.has("versions") && type == EntryType.SAMPLE) {
            CachedDevfiles.Result cached = devfiles.read("samples/" + name);
            if (cached.isBroken()) {
                return Optional.empty();
            }
            cached.content().ifPresent(content -> contents.put("", content));
        } else if (fields.has("versions") && versions.isEmpty()) {
            return Optional.empty();
        }
        Optional<OffsetDateTime> lastModified = versions.isEmpty()
                ? timestamps.of(type, name, "", Path.of("samples", name))
                : versions.stream()
                        .flatMap(version -> version.lastModified().stream())
                        .max(Comparator.comparing(OffsetDateTime::toInstant));
        IndexEntry entry = common(IndexEntry.builder(type, name), fields)
                .version(fields.text("version"))
                .attributes(fields.freeForm("attributes"))
                .displayName(fields.text("displayName"))
                .globalMemoryLimit(fields.text("globalMemoryLimit"))
                .projectType(fields.text("projectType"))
                .language(fields.text("language"))
                .provider(fields.text("provider"))
                .supportUrl(fields.text("supportUrl"))
                .git(git)
                .versions(versions)
                .lastModified(lastModified)
                .build();
        warn(fields, entry);
        return fields.sound() ? Optional.of(new CatalogEntry(entry, "", source, revision, contents)) : Optional.empty();
    }

    private List<IndexVersion> versions(
            Fields fields, EntryType type, String name, Map<String, VersionContent> contents) {
        List<IndexVersion> versions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields one : fields.mappings("versions")) {
            String version = one.text("version");
            if (!EntryName.isValid(version)) {
                one.error("version", EntryName.quote(version) + " cannot be a version. " + EntryName.RULE);
                continue;
            }
            if (!seen.add(version)) {
                one.error("version", "Version " + version + " is listed already. Remove one of the two.");
                continue;
            }
            if (one.text("schemaVersion").isEmpty()) {
                one.error("", "The version has no schemaVersion. Add that of its devfile.");
            }
            Optional<GitOrigin> git = one.mapping("git").map(ExtraEntryReader::git);
            if (type == EntryType.SAMPLE) {
                checkRemotes(one, git);
            }
            String directory = "samples/" + name + "/" + version;
            CachedDevfiles.Result cached =
                    type == EntryType.SAMPLE ? devfiles.read(directory) : CachedDevfiles.Result.NONE;
            IndexVersion index = common(IndexVersion.builder(version), one)
                    .schemaVersion(one.text("schemaVersion"))
                    .isDefault(one.flag("default"))
                    .git(git)
                    .lastModified(timestamps.of(type, name, version, Path.of(directory)))
                    .build();
            if (one.sound() && !cached.isBroken()) {
                versions.add(index);
                cached.content().ifPresent(content -> contents.put(version, content));
            }
        }
        return versions;
    }

    private static <B extends ItemBuilder<B>> B common(B item, Fields fields) {
        return item.description(fields.text("description"))
                .tags(fields.texts("tags"))
                .architectures(fields.texts("architectures"))
                .icon(fields.text("icon"))
                .links(fields.textMap("links"))
                .commandGroups(fields.flagMap("commandGroups"))
                .deploymentScopes(fields.flagMap("deploymentScopes"))
                .resources(fields.texts("resources"))
                .starterProjects(fields.texts("starterProjects"));
    }

    private static GitOrigin git(Fields fields) {
        return new GitOrigin(
                fields.textMap("remotes"),
                fields.text("url"),
                fields.text("remoteName"),
                fields.text("subDir"),
                fields.text("revision"));
    }

    private static void checkOrigin(Fields fields, EntryType type, Optional<GitOrigin> git) {
        if (type == EntryType.SAMPLE && !fields.has("versions")) {
            if (git.isEmpty()) {
                fields.error(
                        "", "The sample has neither versions nor git. Add 'git' with the remote of its repository.");
            } else {
                checkRemotes(fields, git);
            }
        }
    }

    private static void checkRemotes(Fields fields, Optional<GitOrigin> git) {
        Set<String> remotes = git.map(origin -> origin.remotes().keySet()).orElse(Set.of());
        boolean addressed = git.filter(origin -> !origin.url().isEmpty()).isPresent();
        if (remotes.isEmpty() && !addressed) {
            fields.error("", "The sample has no Git remote. Add 'git: {remotes: {origin: …}}'.");
        } else if (remotes.size() > 1
                && !remotes.contains("origin")
                && !remotes.contains(git.map(GitOrigin::remoteName).orElse(""))) {
            fields.error("git", "There are several remotes and none is the default. Call one of them origin.");
        }
    }

    private static void checkDefaults(Fields fields, List<IndexVersion> versions) {
        long defaults = versions.stream().filter(IndexVersion::isDefault).count();
        if (!versions.isEmpty() && defaults != 1) {
            fields.error(
                    "versions",
                    defaults == 0
                            ? "No version is the default. Add 'default: true' to one."
                            : defaults + " versions are the default. Keep 'default: true' on one only.");
        }
    }

    private static void warn(Fields fields, IndexEntry entry) {
        if (entry.provider().isEmpty()) {
            fields.warning("", "There is no provider. Say who provides it, so that users know whom to ask.");
        }
        if (entry.supportUrl().isEmpty()) {
            fields.warning("", "There is no supportUrl. Add the address where users get help.");
        }
        if (entry.architectures().isEmpty()) {
            fields.warning("", "There are no architectures. List those that it runs on, such as amd64 and arm64.");
        }
    }
}
