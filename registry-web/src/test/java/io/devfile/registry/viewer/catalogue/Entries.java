package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.icon.Icons;
import io.devfile.registry.index.Index;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.EntryIcons;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Catalogues for tests. */
final class Entries {

    private Entries() {}

    static IndexEntry.Builder stack(String name) {
        return IndexEntry.builder(EntryType.STACK, name).displayName(name);
    }

    static IndexEntry.Builder sample(String name) {
        return IndexEntry.builder(EntryType.SAMPLE, name).displayName(name);
    }

    static List<IndexVersion> versions(String... schemaVersions) {
        List<IndexVersion> versions = new ArrayList<>();
        for (String schemaVersion : schemaVersions) {
            versions.add(IndexVersion.builder((schemaVersions.length - versions.size()) + ".0.0")
                    .schemaVersion(schemaVersion)
                    .isDefault(versions.isEmpty())
                    .build());
        }
        return versions;
    }

    static Catalogue catalogue(IndexEntry.Builder... entries) {
        return catalogue(Arrays.stream(entries)
                .map(IndexEntry.Builder::build)
                .map(entry -> in("mine", entry))
                .toArray(CatalogEntry[]::new));
    }

    static Catalogue catalogue(CatalogEntry... entries) {
        return Catalogue.of(
                List.of(entries),
                new Index(Arrays.stream(entries).map(CatalogEntry::entry).toList()),
                new Addresses("", "ours"),
                new EntryIcons(Icons.NONE));
    }

    static CatalogEntry in(String source, IndexEntry entry) {
        return new CatalogEntry(entry, "", source, "1", Map.of());
    }

    /** @param namesAndValues name, value, name, value, … */
    static CatalogueQuery query(Catalogue catalogue, String... namesAndValues) {
        Map<String, String[]> parameters = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            parameters.merge(namesAndValues[i], new String[] {value}, Entries::both);
        }
        return catalogue.query(parameters);
    }

    static List<String> names(Catalogue catalogue, String... namesAndValues) {
        return catalogue.find(query(catalogue, namesAndValues)).entries().stream()
                .map(CatalogueEntry::name)
                .toList();
    }

    private static String[] both(String[] one, String[] other) {
        String[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }
}
