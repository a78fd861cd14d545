package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.finding.Defect;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.remote.TreeAddress;
import io.devfile.registry.spi.source.Snapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a snapshot of any source. An error in the snapshot becomes a finding and the faulty part is left out; it never
 * prevents the rest from being read. Safe for use by several threads if each has its own snapshot.
 */
public final class RegistryRepositoryReader {

    private final ContentStore store;
    private final YamlReader yaml;
    private final DevfileReader devfiles;
    private final RemoteVersions remotes;

    /** @param remotes provides the versions that are described by a Git reference */
    public RegistryRepositoryReader(
            ContentStore store, YamlReader yaml, DevfileValidator validator, RemoteVersions remotes) {
        this.remotes = remotes;
        this.store = store;
        this.yaml = yaml;
        this.devfiles = new DevfileReader(yaml, validator);
    }

    /**
     * The entries in the order of the index. All their files are in the content store.
     *
     * @param known the results of the last read of this source, if the catalog of that read is still kept; updated by
     *     this read
     * @param late is run when a version by Git reference that was not available in time has become available
     * @throws io.devfile.registry.content.StorageException if the files cannot be stored; the cause is not the snapshot
     */
    public SourceCatalog read(String source, Snapshot snapshot, ReadStacks known, Runnable late) {
        try {
            Findings findings = new Findings(source);
            SourceTree tree = new SourceTree(snapshot.root());
            Timestamps timestamps = Timestamps.read(tree, snapshot, findings);
            String revision = snapshot.revision();
            List<CatalogEntry> stacks = new ArrayList<>();
            List<Path> directories = directories(tree, findings);
            GitVersions ahead = new GitVersions(tree, yaml);
            Map<Path, Basis> bases = new HashMap<>();
            Map<Path, Set<TreeAddress.Git>> references = new HashMap<>();
            VersionTrees trees = remotes.begin();
            for (Path directory : directories) {
                Basis files = Basis.of(snapshot, timestamps, tree.relative(directory));
                bases.put(directory, files);
                Set<TreeAddress.Git> its = known.references(directory, files)
                        .or(() -> Defect.contain(tree.name(directory), () -> ahead.of(directory)))
                        .orElse(Set.of());
                references.put(directory, its);
                trees.begin(its);
            }
            trees.await(late);
            for (Path directory : directories) {
                Basis basis = bases.get(directory).with(trees.found(references.get(directory)));
                ReadStacks.Outcome outcome = known.find(directory, basis)
                        .orElseGet(() -> read(directory, tree, timestamps, trees, source, revision));
                known.remember(directory, basis, outcome);
                if (outcome.entry() != null) {
                    stacks.add(outcome.entry().at(revision));
                }
                findings.addAll(outcome.findings());
            }
            IncludedDevfiles cached = new IncludedDevfiles(tree, store, devfiles, findings);
            ExtraEntryReader extra = new ExtraEntryReader(cached, timestamps);
            List<CatalogEntry> found = new ArrayList<>(stacks);
            found.addAll(new ExtraEntriesReader(tree, yaml, extra, findings).read(source, revision));
            List<CatalogEntry> kept = withoutDuplicates(found, findings);
            // the files of entries that are left out may be removed from the store
            Set<CatalogEntry> served = Collections.newSetFromMap(new IdentityHashMap<>());
            served.addAll(kept);
            stacks.stream().filter(entry -> !served.contains(entry)).forEach(known::forget);
            if (!Thread.currentThread().isInterrupted()) {
                known.turn();
            }
            return new SourceCatalog(
                    source,
                    revision,
                    kept,
                    findings.all(),
                    trees.found(
                            references.values().stream().flatMap(Set::stream).collect(Collectors.toSet())));
        } finally {
            known.end();
        }
    }

    /**
     * Whether another read of the same revision would give the same result: whether the content at the Git references
     * of its versions is unchanged.
     *
     * @param late as in {@link #read}
     */
    public boolean isCurrent(SourceCatalog catalog, Runnable late) {
        if (catalog.references().isEmpty()) {
            return true;
        }
        VersionTrees trees = remotes.begin();
        trees.begin(catalog.references().keySet());
        trees.await(late);
        return trees.found(catalog.references().keySet()).equals(catalog.references());
    }

    private ReadStacks.Outcome read(
            Path directory,
            SourceTree tree,
            Timestamps timestamps,
            VersionTrees trees,
            String source,
            String revision) {
        Findings findings = new Findings(source);
        StackReader reader = new StackReader(tree, store, yaml, devfiles, timestamps, trees, findings);
        Optional<Optional<CatalogEntry>> entry =
                Defect.contain(tree.name(directory), () -> reader.read(directory, source, revision));
        if (entry.isEmpty()) {
            findings.error(
                    Rule.DEFECT, tree.name(directory), "", Position.UNKNOWN, Defect.message(tree.name(directory)));
        }
        return new ReadStacks.Outcome(entry.flatMap(Function.identity()).orElse(null), findings.all());
    }

    private static List<Path> directories(SourceTree tree, Findings findings) {
        try {
            return StackReader.directories(tree, findings);
        } catch (ContentException e) {
            findings.error(e.rule(), e.file(), "", Position.UNKNOWN, e.getMessage());
            return List.of();
        }
    }

    private static List<CatalogEntry> withoutDuplicates(List<CatalogEntry> entries, Findings findings) {
        Set<String> names = new HashSet<>();
        List<CatalogEntry> kept = new ArrayList<>();
        for (CatalogEntry entry : entries) {
            String name = entry.entry().name();
            if (names.add(name)) {
                kept.add(entry);
            } else {
                findings.error(
                        Rule.DUPLICATE_ENTRY,
                        entry.directory().isEmpty() ? "extraDevfileEntries.yaml" : "stacks/" + entry.directory(),
                        "",
                        Position.UNKNOWN,
                        "There is already an entry named " + name + ". Rename one of the two.");
            }
        }
        return kept;
    }
}
