package io.devfile.registry.bundle;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlRewriting;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.fetch.FetchGuard;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Creates the folders of versions, including the files that their devfiles refer to elsewhere. For one thread. */
final class VersionBundling {

    private final ContentStore content;
    private final RemoteCopies copies;
    private final StarterCopies starters;
    private final IconCopies icons;
    private final MissingReport report;

    /** @param content contains the files that are served */
    VersionBundling(
            ContentStore content, RemoteCopies copies, StarterCopies starters, IconCopies icons, MissingReport report) {
        this.content = content;
        this.copies = copies;
        this.starters = starters;
        this.icons = icons;
        this.report = report;
    }

    /** @throws IOException if the content no longer exists */
    VersionFolder folder(VersionContent files, Owner owner) throws IOException, InterruptedException {
        VersionFolder folder = VersionFolder.of(files, content);
        new LocalReferences(folder, copies, report, owner).localize();
        for (StarterProject project : files.starterProjects()) {
            if (project.offline() == null) {
                starter(folder, project, owner);
            }
        }
        devfileIcon(folder, owner);
        return folder;
    }

    /**
     * The path, relative to the folder, of an icon that was copied there; empty if the icon was not copied.
     *
     * @param address the address as in the index
     */
    Optional<String> icon(VersionFolder folder, String address, Owner owner) throws IOException, InterruptedException {
        Optional<IconCopies.Icon> icon = icons.of(address, owner);
        icon.ifPresent(one -> folder.put(one.name(), one.store(), one.file()));
        return icon.map(IconCopies.Icon::name);
    }

    private void starter(VersionFolder folder, StarterProject project, Owner owner) throws InterruptedException {
        Copy copy = starters.of(project);
        if (copy.file() != null) {
            folder.put(project.name() + ".zip", copies.store(), copy.file());
        } else {
            report.missing(Missing.Kind.STARTER_PROJECT, owner, project.name(), copy.problem());
        }
    }

    private void devfileIcon(VersionFolder folder, Owner owner) throws IOException, InterruptedException {
        String address = "";
        try {
            YamlRewriting rewriting = YamlRewriting.of(folder.read(folder.devfile()));
            Object metadata = rewriting
                    .document()
                    .mapping()
                    .map(one -> one.get("metadata"))
                    .orElse(Map.of());
            address = metadata instanceof Map<?, ?> map && map.get("icon") instanceof String text ? text : "";
            Optional<IconCopies.Icon> icon = icons.of(address, owner);
            if (icon.isPresent()) {
                rewriting.set("/metadata/icon", icon.get().name());
                folder.put(folder.devfile(), copies.store(), copies.store().add(rewriting.bytes()));
                folder.put(icon.get().name(), icon.get().store(), icon.get().file());
            }
        } catch (YamlReadException e) {
            report.missing(
                    Missing.Kind.ICON,
                    owner,
                    FetchGuard.shown(address),
                    "Its address in the devfile cannot be changed. " + e.getMessage());
        }
    }
}
