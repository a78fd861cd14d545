package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.toolkit.text.SafeText;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one entry that is described in place, and its devfiles that are in the source. */
final class ExtraEntryReader {

    private final IncludedDevfiles devfiles;
    private final Timestamps timestamps;
    private final ExtraVersionsReader versions;

    ExtraEntryReader(IncludedDevfiles devfiles, Timestamps timestamps) {
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
                    SafeText.quoted(name) + " cannot be the name of an entry. " + EntryName.RULE);
            return Optional.empty();
        }
        List<YamlFields> listed = fields.mappings("versions");
        GitOrigin git = Origins.of(fields).orElse(null);
        if (!listed.isEmpty()) {
            Defaults.check(fields, listed);
        } else if (type == EntryType.SAMPLE) {
            checkOrigin(fields, git);
        }
        IndexEntry described = described(fields, type, name, git);
        if (!fields.sound()) {
            return Optional.empty();
        }
        EntryFields.warn(fields);
        return (listed.isEmpty() ? single(described) : versioned(described, fields, listed))
                .map(found -> new CatalogEntry(found.entry(), "", source, revision, found.contents()));
    }

    private record Found(IndexEntry entry, Map<String, VersionContent> contents) {}

    private Optional<Found> single(IndexEntry described) {
        String directory = "samples/" + described.name();
        IncludedDevfiles.Result cached =
                described.type() == EntryType.SAMPLE ? devfiles.read(directory) : IncludedDevfiles.Result.NONE;
        if (cached.isBroken()) {
            return Optional.empty();
        }
        Map<String, VersionContent> contents = new HashMap<>();
        if (cached.content() != null) {
            contents.put("", cached.content());
        }
        return Optional.of(new Found(
                described.toBuilder()
                        .lastModified(timestamps
                                .of(described.type(), described.name(), "", Path.of(directory))
                                .orElse(null))
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
                                .map(IndexVersion::lastModified)
                                .filter(Objects::nonNull)
                                .max(Comparator.comparing(OffsetDateTime::toInstant))
                                .orElse(null))
                        .build(),
                read.contents()));
    }

    private static IndexEntry described(YamlFields fields, EntryType type, String name, @Nullable GitOrigin git) {
        IndexEntry.Builder entry = EntryFields.inPlace(IndexEntry.builder(type, name), fields);
        return EntryFields.others(EntryFields.texts(entry, fields::text), fields)
                .version(fields.text("version"))
                .git(git)
                .build();
    }

    private static void checkOrigin(YamlFields fields, @Nullable GitOrigin git) {
        if (git == null && !fields.has("git")) {
            fields.error(
                    Rule.SAMPLE_REMOTE,
                    "",
                    "The sample has neither versions nor git. Add 'git' with the remote of its repository.");
        } else {
            Origins.check(fields, git);
        }
    }
}
