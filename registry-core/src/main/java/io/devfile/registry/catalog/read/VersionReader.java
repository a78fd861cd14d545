package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.finding.Defect;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.text.SafeText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the directory of a version, in any tree, into a draft. */
final class VersionReader {

    private final SourceTree tree;
    private final ContentStore store;
    private final DevfileReader devfiles;
    private final Timestamps timestamps;
    private final Findings findings;

    VersionReader(
            SourceTree tree, ContentStore store, DevfileReader devfiles, Timestamps timestamps, Findings findings) {
        this.tree = tree;
        this.store = store;
        this.devfiles = devfiles;
        this.timestamps = timestamps;
        this.findings = findings;
    }

    /**
     * @param stack the directory that no link may leave
     * @param named the version in stack.yaml, empty for a stack without one
     * @param changed when the directory was last changed, or null; used if the source does not list a time for each
     *     version
     * @return whether the version was accepted
     */
    boolean read(Path stack, Path directory, String named, @Nullable Instant changed, StackDraft draft) {
        String what = tree.name(directory);
        Optional<Boolean> taken = Defect.contain(what, () -> take(stack, directory, named, changed, draft));
        if (taken.isEmpty()) {
            findings.error(Rule.DEFECT, what, "", Position.UNKNOWN, Defect.message(what));
        }
        return taken.orElse(false);
    }

    private boolean take(Path stack, Path directory, String named, @Nullable Instant changed, StackDraft draft) {
        try {
            tree.follow(directory, stack);
            VersionFiles files = new VersionDirectory(tree, store, directory, findings).read();
            String file = tree.name(directory.resolve(files.devfile()));
            Optional<DevfileFacts> facts = devfiles.read(file, files.devfileBytes(), findings);
            return facts.isPresent() && take(draft, facts.get(), files, directory, named, changed);
        } catch (ContentException e) {
            findings.error(e.rule(), e.file(), "", Position.UNKNOWN, e.getMessage());
            return false;
        }
    }

    private boolean take(
            StackDraft draft,
            DevfileFacts facts,
            VersionFiles files,
            Path directory,
            String named,
            @Nullable Instant changed) {
        String version = facts.version();
        if (Tag.tryParse(version).isEmpty() || !EntryName.isValid(version)) {
            facts.metadata()
                    .error(
                            Rule.INVALID_NAME,
                            "version",
                            SafeText.quoted(version) + " cannot be a version. " + EntryName.RULE);
            return false;
        }
        if (named.isEmpty() && !EntryName.isValid(facts.metadata().text("name"))) {
            facts.metadata()
                    .error(
                            Rule.INVALID_NAME,
                            "name",
                            SafeText.quoted(facts.metadata().text("name")) + " cannot be a name. " + EntryName.RULE);
            return false;
        }
        if (!named.isEmpty() && !named.equals(version)) {
            facts.metadata()
                    .warning(
                            Rule.NAME_MISMATCH,
                            "version",
                            "The number of this version is " + named + " in stack.yaml, but " + version
                                    + " in the devfile, which clients see. Use the same number in both files.");
        }
        String itsName = facts.metadata().text("name");
        if (!itsName.equals(draft.directory())) {
            facts.metadata()
                    .warning(
                            Rule.NAME_MISMATCH,
                            "name",
                            "The name in the devfile is " + SafeText.quoted(itsName) + ", but its directory is named "
                                    + SafeText.quoted(draft.directory())
                                    + ", and artifacts are named after the directory. Use the same name for both.");
        }
        RelativeUris.check(facts.references(), files.files().keySet());
        if (draft.contents().containsKey(version)) {
            facts.metadata()
                    .error(
                            Rule.DUPLICATE_ENTRY,
                            "version",
                            "There is already a version " + version + ". Give one of the two another number.");
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
                        .lastModified(timestamps
                                .of(EntryType.STACK, name, version, changed)
                                .orElse(null)));
        EntryFields.checkTexts(facts.metadata());
        if (!facts.metadata().sound()) {
            return false;
        }
        draft.add(read);
        return true;
    }
}
