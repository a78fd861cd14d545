package io.devfile.registry.viewer.page;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.icon.IconFile;
import io.devfile.registry.icon.Icons;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.util.List;
import java.util.Optional;

/** Finds the icon of an entry or a version among the icons of this server: pages load no images from other servers. */
public final class EntryIcons {

    private static final List<String> LOGOS = List.of("logo.svg", "logo.png");

    private final Icons icons;

    /** @param icons of the state that contains the entries */
    public EntryIcons(Icons icons) {
        this.icons = icons;
    }

    /** The icon of an entry: its own, that of its default version, or a logo among its files. */
    public Icon of(CatalogEntry entry) {
        IndexEntry indexed = entry.entry();
        Optional<IndexVersion> version = indexed.defaultVersion();
        return icon(
                indexed,
                icons.local(indexed)
                        .or(() -> version.flatMap(one -> icons.local(indexed, one)))
                        .map(EntryIcons::address)
                        .or(() -> version.flatMap(one -> logo(entry, one)))
                        .orElse(""));
    }

    /** The icon of a version: its own, that of the entry, or a logo among its files. */
    public Icon of(CatalogEntry entry, IndexVersion version) {
        IndexEntry indexed = entry.entry();
        return icon(
                indexed,
                icons.local(indexed, version)
                        .or(() -> icons.local(indexed))
                        .map(EntryIcons::address)
                        .or(() -> logo(entry, version))
                        .orElse(""));
    }

    private static Icon icon(IndexEntry entry, String address) {
        return Icon.of(address, entry.displayName().isBlank() ? entry.name() : entry.displayName());
    }

    private static String address(IconFile icon) {
        return "/icons/" + icon.digest().hex();
    }

    private static Optional<String> logo(CatalogEntry entry, IndexVersion version) {
        Optional<VersionContent> content = entry.content(version.version());
        return LOGOS.stream()
                .filter(logo -> content.flatMap(files -> files.file(logo)).isPresent())
                .map(logo -> Addresses.file(entry.entry().name(), version.version(), logo))
                .findFirst();
    }
}
