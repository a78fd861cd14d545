package io.devfile.registry.bundle;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.yaml.YamlWriter;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.state.RegistryState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Arranges all served content in the layout of a source. For one thread; used once. */
final class Bundling {

    private final RegistryState state;
    private final ContentStore copies;
    private final StarterCopies starters;
    private final MissingReport report;
    private final VersionBundling versions;
    private final InPlaceIcons inPlaceIcons;
    private final SortedMap<String, BundledFile> files = new TreeMap<>();
    private final Map<String, List<Object>> extra = new LinkedHashMap<>();
    private final List<IndexEntry> bundled = new ArrayList<>();

    /** @param content contains the files that are served */
    Bundling(RegistryState state, ContentStore content, RemoteCopies remote, StarterCopies starters) {
        this.state = state;
        this.copies = remote.store();
        this.starters = starters;
        this.report = new MissingReport();
        IconCopies icons = new IconCopies(state.icons(), content, remote, report);
        this.versions = new VersionBundling(content, remote, starters, icons, report);
        this.inPlaceIcons = new InPlaceIcons(icons, report);
    }

    /** @throws IOException if the content no longer exists */
    Bundle run() throws IOException, InterruptedException {
        List<CatalogEntry> entries = state.catalog().entries();
        entries.stream()
                .flatMap(entry -> entry.versions().values().stream())
                .flatMap(content -> content.starterProjects().stream())
                .filter(project -> project.offline() == null)
                .forEach(starters::begin);
        for (CatalogEntry entry : entries) {
            if (entry.directory().isEmpty()) {
                inPlace(entry);
            } else {
                stack(entry);
            }
        }
        if (!extra.isEmpty()) {
            byte[] yaml = YamlWriter.write(extra);
            if (yaml.length > InPlaceIcons.YAML_SIZE) {
                report.missing(
                        Missing.Kind.FILE,
                        new Owner("", ""),
                        "extraDevfileEntries.yaml",
                        "The descriptions of all samples together are larger than " + InPlaceIcons.YAML_SIZE
                                + " bytes, which is the limit for this file. Make a bundle of fewer sources.");
            }
            add("extraDevfileEntries.yaml", yaml);
        }
        add("last_modified.json", ModificationTimes.of(bundled));
        return new Bundle(files, report.missing(), report.left());
    }

    private void stack(CatalogEntry entry) throws IOException, InterruptedException {
        Map<String, VersionFolder> folders = folders(entry);
        List<IndexVersion> present = entry.entry().versions().stream()
                .filter(version -> folders.containsKey(version.version()))
                .toList();
        if (present.isEmpty()) {
            return;
        }
        String directory = "stacks/" + entry.directory();
        String icon = entry.entry().icon();
        if (icon.isEmpty()) {
            // a stack.yaml must have an icon, so this stack had no stack.yaml and only one version
            files.putAll(folders.get(present.get(0).version()).below(directory));
        } else {
            IndexVersion first =
                    present.stream().filter(IndexVersion::isDefault).findFirst().orElse(present.get(0));
            Owner owner = new Owner(entry.entry().name(), "");
            String local =
                    versions.icon(folders.get(first.version()), icon, owner).orElse(icon);
            add(directory + "/stack.yaml", YamlWriter.write(Description.stack(entry.entry(), local, present)));
            folders.forEach((version, folder) -> files.putAll(folder.below(directory + "/" + version)));
        }
        bundled.add(entry.entry());
    }

    private void inPlace(CatalogEntry entry) throws IOException, InterruptedException {
        IndexEntry index = entry.entry();
        Map<String, VersionFolder> folders = folders(entry);
        Map<String, String> icons = new LinkedHashMap<>();
        for (IndexVersion version : index.versions()) {
            Owner owner = new Owner(index.name(), version.version());
            icons.put(version.version(), icon(folders, version.version(), version.icon(), owner));
        }
        String first = index.defaultVersion().map(IndexVersion::version).orElse("");
        String icon = icon(folders, first, index.icon(), new Owner(index.name(), ""));
        extra.computeIfAbsent(index.type() == EntryType.SAMPLE ? "samples" : "stacks", key -> new ArrayList<>())
                .add(Description.inPlace(index, icon, icons));
        String directory = "samples/" + index.name();
        folders.forEach((version, folder) ->
                files.putAll(folder.below(version.isEmpty() ? directory : directory + "/" + version)));
        bundled.add(index);
    }

    private String icon(Map<String, VersionFolder> folders, String version, String address, Owner owner)
            throws IOException, InterruptedException {
        Optional<VersionFolder> folder = Optional.ofNullable(folders.get(version));
        return folder.isPresent()
                ? versions.icon(folder.get(), address, owner).orElse(address)
                : inPlaceIcons.of(address, owner);
    }

    /**
     * The folders of the versions whose files are available, by version; other versions that clients may request are
     * reported.
     */
    private Map<String, VersionFolder> folders(CatalogEntry entry) throws IOException, InterruptedException {
        Map<String, VersionFolder> folders = new LinkedHashMap<>();
        List<String> names = entry.entry().versions().isEmpty()
                ? List.of("")
                : entry.entry().versions().stream().map(IndexVersion::version).toList();
        for (String version : names) {
            Owner owner = new Owner(entry.entry().name(), version);
            Optional<VersionContent> content = entry.content(version);
            if (content.isPresent()) {
                folders.put(version, versions.folder(content.get(), owner));
            } else if (!entry.directory().isEmpty() || entry.entry().type() == EntryType.SAMPLE) {
                report.missing(Missing.Kind.DEVFILE, owner, "devfile.yaml", reason(owner));
            }
        }
        return folders;
    }

    private String reason(Owner owner) {
        return state.samples()
                .failure(owner.entry(), owner.version())
                .map(failure -> failure.message())
                .orElse(
                        state.samples().isPending(owner.entry(), owner.version())
                                ? "It is being fetched. Ask again in a minute."
                                : "No source has it.");
    }

    private void add(String path, byte[] bytes) {
        files.put(path, new BundledFile(copies, copies.add(bytes)));
    }
}
