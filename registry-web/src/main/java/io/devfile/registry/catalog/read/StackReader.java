package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one directory below {@code stacks/} into an entry. */
final class StackReader {

    private static final String STACK_YAML = "stack.yaml";

    private final SourceTree tree;
    private final ContentStore store;
    private final YamlReader yaml;
    private final DevfileReader devfiles;
    private final Timestamps timestamps;
    private final Findings findings;

    StackReader(
            SourceTree tree,
            ContentStore store,
            YamlReader yaml,
            DevfileReader devfiles,
            Timestamps timestamps,
            Findings findings) {
        this.tree = tree;
        this.store = store;
        this.yaml = yaml;
        this.devfiles = devfiles;
        this.timestamps = timestamps;
        this.findings = findings;
    }

    /** The entry, empty where nothing of it can be served. */
    Optional<CatalogEntry> read(Path directory, String source, String revision) {
        String name = directory.getFileName().toString();
        if (RepositoryName.tryParse(CatalogEntry.NAMESPACE + name).isEmpty() || name.indexOf('/') >= 0) {
            findings.error(
                    tree.name(directory),
                    "",
                    0,
                    "A stack cannot be called " + EntryName.quote(name)
                            + ", because its artifacts are named after the directory."
                            + " Use lower-case letters and digits, with single dots, underscores or hyphens between.");
            return Optional.empty();
        }
        StackDraft draft = new StackDraft(name);
        boolean readable = tree.exists(directory.resolve(STACK_YAML))
                ? readStackYaml(directory, draft)
                : readVersion(directory, directory, "", draft);
        if (!readable || draft.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(entry(draft, source, revision));
    }

    private CatalogEntry entry(StackDraft draft, String source, String revision) {
        Map<String, VersionContent> contents = new LinkedHashMap<>();
        draft.contents().forEach((version, read) -> contents.put(version, read.content()));
        return new CatalogEntry(draft.build(), draft.directory(), source, revision, contents);
    }

    private boolean readStackYaml(Path directory, StackDraft draft) {
        Optional<Fields> fields = stackYaml(directory);
        if (fields.isEmpty()) {
            return false;
        }
        StackYaml stack = StackYaml.of(fields.get());
        if (!stack.isValid()) {
            return false;
        }
        draft.describe(stack);
        for (StackYaml.Version version : stack.versions()) {
            Path versionDirectory = directory.resolve(version.version());
            if (version.byGit()) {
                version.fields()
                        .error(
                                "git",
                                "Versions by Git reference are not fetched, so version " + version.version()
                                        + " is left out. Put its files into a directory " + version.version() + "/.");
            } else if (!tree.exists(versionDirectory)) {
                version.fields()
                        .error(
                                "version",
                                "There is no directory " + version.version()
                                        + "/ for this version. Add it with a devfile.yaml, or remove the version.");
            } else {
                readVersion(directory, versionDirectory, version.version(), draft);
            }
        }
        if (!draft.isEmpty() && !draft.hasDefault()) {
            draft.promoteHighest();
        }
        return true;
    }

    private Optional<Fields> stackYaml(Path directory) {
        Path path = directory.resolve(STACK_YAML);
        String file = tree.name(path);
        try {
            return Fields.of(file, yaml.read(tree.read(path, directory, Limits.YAML_SIZE)), findings);
        } catch (YamlReadException e) {
            findings.error(file, "", e.line(), e.getMessage());
        } catch (ContentException e) {
            findings.error(e.file(), "", e.line(), e.getMessage());
        }
        return Optional.empty();
    }

    /**
     * @param named the version in stack.yaml, empty for a stack without one
     * @return whether the version was taken
     */
    private boolean readVersion(Path stack, Path directory, String named, StackDraft draft) {
        try {
            tree.follow(directory, stack);
            VersionFiles files = new VersionDirectory(tree, store, directory, findings).read();
            String file = tree.name(directory.resolve(files.devfile()));
            Optional<DevfileFacts> facts = devfiles.read(file, files.devfileBytes(), findings);
            return facts.isPresent() && take(draft, facts.get(), files, directory, named);
        } catch (ContentException e) {
            findings.error(e.file(), "", e.line(), e.getMessage());
            return false;
        }
    }

    private boolean take(StackDraft draft, DevfileFacts facts, VersionFiles files, Path directory, String named) {
        String version = facts.version();
        if (Tag.tryParse(version).isEmpty() || !EntryName.isValid(version)) {
            facts.metadata().error("version", EntryName.quote(version) + " cannot be a version. " + EntryName.RULE);
            return false;
        }
        if (named.isEmpty() && !EntryName.isValid(facts.metadata().text("name"))) {
            facts.metadata()
                    .error(
                            "name",
                            EntryName.quote(facts.metadata().text("name")) + " cannot be a name. " + EntryName.RULE);
            return false;
        }
        if (!named.isEmpty() && !named.equals(version)) {
            facts.metadata()
                    .warning(
                            "version",
                            "stack.yaml calls this version " + named + ", the devfile " + version
                                    + ", which is what clients see. Let the two agree.");
        }
        if (draft.contents().containsKey(version)) {
            facts.metadata()
                    .error(
                            "version",
                            "There is a version " + version + " already. Give one of the two another number.");
            return false;
        }
        String name = named.isEmpty() ? facts.metadata().text("name") : draft.name();
        StackVersion read = StackVersion.of(
                facts,
                files,
                new OfflineStarters(store, files, tree.name(directory), findings).complete(facts.starterProjects()),
                IndexVersion.builder(version)
                        .isDefault(named.isEmpty() || draft.isDefault(named))
                        .links(Map.of("self", CatalogEntry.NAMESPACE + draft.directory() + ":" + version))
                        .lastModified(timestamps.of(EntryType.STACK, name, version, tree.relative(directory))));
        StackDraft.TAKEN_FROM_VERSIONS.forEach(facts.metadata()::text);
        if (!facts.metadata().sound()) {
            return false;
        }
        draft.add(read);
        return true;
    }

    /**
     * What is below {@code stacks/}, without what is no directory. A link to one is no directory either, but somebody will
     * miss the stack.
     */
    static List<Path> directories(SourceTree tree, Findings findings) throws ContentException {
        Path stacks = tree.resolve("stacks");
        if (!tree.exists(stacks)) {
            return List.of();
        }
        tree.follow(stacks, tree.resolve(""));
        List<Path> directories = new ArrayList<>();
        for (Path child : tree.list(stacks)) {
            if (tree.isDirectory(child)) {
                directories.add(child);
            } else if (tree.isLink(child)) {
                findings.error(
                        tree.name(child),
                        "",
                        0,
                        "A symbolic link is not followed to a stack. Put the stack's directory here instead, or"
                                + " remove the link.");
            }
        }
        return directories;
    }
}
