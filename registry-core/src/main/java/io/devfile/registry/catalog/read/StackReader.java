package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteOutcome;
import io.devfile.registry.remote.RemoteTree;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.toolkit.text.SafeText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one directory below {@code stacks/} into an entry. */
final class StackReader {

    private final SourceTree tree;
    private final ContentStore store;
    private final YamlReader yaml;
    private final DevfileReader devfiles;
    private final Timestamps timestamps;
    private final VersionTrees remote;
    private final Findings findings;
    private final VersionReader versions;

    /** @param remote provides the content at the stack's Git references */
    StackReader(
            SourceTree tree,
            ContentStore store,
            YamlReader yaml,
            DevfileReader devfiles,
            Timestamps timestamps,
            VersionTrees remote,
            Findings findings) {
        this.tree = tree;
        this.store = store;
        this.yaml = yaml;
        this.devfiles = devfiles;
        this.timestamps = timestamps;
        this.remote = remote;
        this.findings = findings;
        this.versions = new VersionReader(tree, store, devfiles, timestamps, findings);
    }

    /** The entry; empty if no part of it can be served. */
    Optional<CatalogEntry> read(Path directory, String source, String revision) {
        String name = directory.getFileName().toString();
        if (RepositoryName.tryParse(CatalogEntry.NAMESPACE + name).isEmpty() || name.indexOf('/') >= 0) {
            findings.error(
                    Rule.INVALID_NAME,
                    tree.name(directory),
                    "",
                    Position.UNKNOWN,
                    "A stack cannot be named " + SafeText.quoted(name)
                            + ", because its artifacts are named after the directory."
                            + " Use lower-case letters and digits, with single dots, underscores or hyphens"
                            + " between them.");
            return Optional.empty();
        }
        StackDraft draft = new StackDraft(name);
        boolean readable = tree.exists(directory.resolve(StackYaml.FILE))
                ? readStackYaml(directory, draft)
                : versions.read(
                        directory,
                        directory,
                        "",
                        timestamps.known(tree.relative(directory)).orElse(null),
                        draft);
        if (!readable || draft.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(entry(draft, source, revision));
    }

    private CatalogEntry entry(StackDraft draft, String source, String revision) {
        Map<String, VersionContent> contents = new HashMap<>();
        draft.contents().forEach((version, read) -> contents.put(version, read.content()));
        return new CatalogEntry(draft.build(), draft.directory(), source, revision, draft.stackYaml(), contents);
    }

    private boolean readStackYaml(Path directory, StackDraft draft) {
        Optional<YamlFields> fields = stackYaml(directory, draft);
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
                readReference(directory, version, draft);
            } else if (!tree.exists(versionDirectory)) {
                version.fields()
                        .error(
                                Rule.MISSING_VERSION,
                                "version",
                                "There is no directory " + version.version()
                                        + "/ for this version. Add it with a devfile.yaml, or remove the version.");
            } else {
                readDirectory(directory, versionDirectory, version, draft);
            }
        }
        if (!draft.isEmpty() && !draft.hasDefault()) {
            draft.promoteHighest();
        }
        warnOfUnlisted(directory, stack);
        return true;
    }

    private void warnOfUnlisted(Path directory, StackYaml stack) {
        Set<String> listed =
                stack.versions().stream().map(StackYaml.Version::version).collect(Collectors.toSet());
        try {
            for (Path child : tree.list(directory)) {
                boolean isVersion = tree.isDirectory(child)
                        && (tree.exists(child.resolve(ResourceKind.DEVFILE))
                                || tree.exists(child.resolve(ResourceKind.HIDDEN_DEVFILE)));
                if (isVersion && !listed.contains(child.getFileName().toString())) {
                    findings.warning(
                            Rule.UNLISTED_VERSION,
                            tree.name(child),
                            "",
                            Position.UNKNOWN,
                            "This directory has a devfile, but " + StackYaml.FILE
                                    + " does not list it, so it is not served. List it under versions, or remove it.");
                }
            }
        } catch (ContentException e) {
            findings.error(e.rule(), e.file(), "", Position.UNKNOWN, e.getMessage());
        }
    }

    private Optional<YamlFields> stackYaml(Path directory, StackDraft draft) {
        Path path = directory.resolve(StackYaml.FILE);
        String file = tree.name(path);
        try {
            byte[] content = tree.read(path, directory, Limits.YAML_SIZE);
            draft.stackYaml(store.add(content));
            return YamlFields.of(file, yaml.read(content), findings);
        } catch (YamlReadException e) {
            findings.error(Rule.YAML_SYNTAX, file, "", e.position(), e.getMessage());
        } catch (ContentException e) {
            findings.error(e.rule(), e.file(), "", Position.UNKNOWN, e.getMessage());
        }
        return Optional.empty();
    }

    private void readDirectory(Path stack, Path directory, StackYaml.Version version, StackDraft draft) {
        versions.read(
                stack,
                directory,
                version.version(),
                timestamps.known(tree.relative(directory)).orElse(null),
                draft);
    }

    /** Reads a version that is described by a Git reference as if its tree were the version's directory. */
    private void readReference(Path directory, StackYaml.Version version, StackDraft draft) {
        RemoteOutcome<RemoteTree> outcome;
        try {
            outcome = remote.outcome(GitVersions.address(version));
        } catch (RemoteException e) {
            version.fields().error(Rule.GIT_REFERENCE, "git", leftOut(version, e.getMessage()));
            return;
        }
        RemoteException failure = outcome.failure();
        Rule rule = failure != null && failure.kind() == RemoteException.Kind.OFFLINE
                ? Rule.NOT_FETCHED
                : Rule.GIT_REFERENCE;
        RemoteTree tree = outcome.value();
        if (tree == null) {
            String reason = Objects.requireNonNull(failure).getMessage();
            version.fields().error(rule, "git", leftOut(version, reason));
            return;
        }
        if (failure != null) {
            version.fields()
                    .warning(
                            rule,
                            "git",
                            "Version " + version.version() + " is served in its previous state. "
                                    + failure.getMessage());
        }
        readTree(directory, version, tree, draft);
    }

    private void readTree(Path directory, StackYaml.Version version, RemoteTree found, StackDraft draft) {
        try {
            remote.read(found, root -> {
                SourceTree its = new SourceTree(root, tree.name(directory.resolve(version.version())));
                return new VersionReader(its, store, devfiles, timestamps, findings)
                        .read(root, root, version.version(), found.changed(), draft);
            });
        } catch (IOException e) {
            version.fields()
                    .error(
                            Rule.GIT_REFERENCE,
                            "git",
                            leftOut(version, "The fetched files cannot be unpacked. Ask the operator."));
        }
    }

    private static String leftOut(StackYaml.Version version, String why) {
        return "Version " + version.version() + " is left out. " + why;
    }

    /**
     * The directories below {@code stacks/}. A link to a directory is not accepted, but it is reported, because the
     * author expects a stack there.
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
                        Rule.SYMBOLIC_LINK,
                        tree.name(child),
                        "",
                        Position.UNKNOWN,
                        "Symbolic links to stacks are not followed. Put the stack's directory here instead, or"
                                + " remove the link.");
            }
        }
        return directories;
    }
}
