package io.devfile.registry.icon;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Icons, and catalogs that name them. */
final class ExampleIcons {

    static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";

    private ExampleIcons() {}

    /** A different image for each text. */
    static String svg(String text) {
        return SVG.replace("alert(1)", text);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One stack {@code go}, which names icons but has no files. */
    static Catalog naming(String icon, String... versionIcons) {
        return new Catalog(List.of(stack(icon, Map.of(), versionIcons)), List.of());
    }

    /** A stack {@code go} with versions 1.0.0, 2.0.0, …; the first is the default, and all contain the files. */
    static CatalogEntry stack(String icon, Map<String, StoredFile> files, String... versionIcons) {
        List<IndexVersion> versions = new ArrayList<>();
        Map<String, VersionContent> contents = new TreeMap<>();
        for (int i = 0; i < versionIcons.length; i++) {
            String version = (i + 1) + ".0.0";
            versions.add(IndexVersion.builder(version)
                    .isDefault(i == 0)
                    .icon(versionIcons[i])
                    .build());
            contents.put(version, new VersionContent("devfile.yaml", new TreeMap<>(files), new TreeMap<>(), List.of()));
        }
        IndexEntry entry = IndexEntry.builder(EntryType.STACK, "go")
                .icon(icon)
                .versions(versions)
                .build();
        return new CatalogEntry(entry, "go", "ours", "1", contents);
    }
}
