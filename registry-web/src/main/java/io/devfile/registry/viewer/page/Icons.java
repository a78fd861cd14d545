package io.devfile.registry.viewer.page;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the icon of an entry or a version. */
public final class Icons {

    private static final List<String> LOGOS = List.of("logo.svg", "logo.png");

    private final IconAddresses addresses;

    public Icons(IconAddresses addresses) {
        this.addresses = addresses;
    }

    /** The icon of an entry: its own, that of its default version, or a logo among its files. */
    public Icon of(CatalogEntry entry) {
        Optional<IndexVersion> version = entry.entry().defaultVersion();
        return of(
                entry,
                Stream.concat(Stream.of(entry.entry().icon()), version.map(IndexVersion::icon).stream())
                        .toList(),
                version);
    }

    /** The icon of a version: its own, a logo among its files, or that of the entry. */
    public Icon of(CatalogEntry entry, IndexVersion version) {
        return of(entry, List.of(version.icon(), entry.entry().icon()), Optional.of(version));
    }

    private Icon of(CatalogEntry entry, List<String> candidates, Optional<IndexVersion> version) {
        IndexEntry indexed = entry.entry();
        String address = candidates.stream()
                .filter(candidate -> !candidate.isEmpty())
                .flatMap(candidate -> addresses.local(candidate).stream())
                .findFirst()
                .or(() -> version.flatMap(one -> logo(entry, one.version())))
                .orElse("");
        return Icon.of(address, indexed.displayName().isEmpty() ? indexed.name() : indexed.displayName());
    }

    private static Optional<String> logo(CatalogEntry entry, String version) {
        Optional<VersionContent> content = entry.content(version);
        return LOGOS.stream()
                .filter(logo -> content.flatMap(files -> files.file(logo)).isPresent())
                .map(logo -> Addresses.file(entry.entry().name(), version, logo))
                .findFirst();
    }
}
