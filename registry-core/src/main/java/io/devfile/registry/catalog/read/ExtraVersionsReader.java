package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the versions of an entry that is described in place. A version with errors is left out; the other versions are
 * kept.
 */
final class ExtraVersionsReader {

    /** @param contents the content of each version whose devfile is in the source, by version */
    record Result(List<IndexVersion> versions, Map<String, VersionContent> contents) {}

    private final IncludedDevfiles devfiles;
    private final Timestamps timestamps;

    ExtraVersionsReader(IncludedDevfiles devfiles, Timestamps timestamps) {
        this.devfiles = devfiles;
        this.timestamps = timestamps;
    }

    /** @param name the name of the entry; must be valid */
    Result read(List<YamlFields> listed, EntryType type, String name) {
        List<IndexVersion> versions = new ArrayList<>();
        Map<String, VersionContent> contents = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (YamlFields one : listed) {
            StackYaml.checkNumber(one, seen);
            if (!one.sound()) {
                continue;
            }
            IndexVersion version = version(one, type, name);
            if (!one.sound()) {
                continue;
            }
            IncludedDevfiles.Result cached = type == EntryType.SAMPLE
                    ? devfiles.read(directory(name, version.version()))
                    : IncludedDevfiles.Result.NONE;
            if (!cached.isBroken()) {
                versions.add(version);
                if (cached.content() != null) {
                    contents.put(version.version(), cached.content());
                }
            }
        }
        return new Result(versions, contents);
    }

    private IndexVersion version(YamlFields one, EntryType type, String name) {
        String version = one.text("version");
        if (one.isBlank("schemaVersion")) {
            one.error(
                    Rule.MISSING_METADATA,
                    "schemaVersion",
                    "The version has no schemaVersion. Add the schemaVersion of its devfile.");
        }
        GitOrigin git = Origins.of(one).orElse(null);
        if (type == EntryType.SAMPLE) {
            Origins.check(one, git);
        }
        return EntryFields.inPlace(IndexVersion.builder(version), one)
                .schemaVersion(one.text("schemaVersion"))
                .isDefault(one.flag("default"))
                .git(git)
                .lastModified(timestamps
                        .of(type, name, version, Path.of(directory(name, version)))
                        .orElse(null))
                .build();
    }

    private static String directory(String name, String version) {
        return "samples/" + name + "/" + version;
    }
}
