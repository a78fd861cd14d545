package io.devfile.registry.icon;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.IndexVersion;
import java.util.Optional;

/**
 * An icon that is a file of its entry. The path is relative to the devfile; if stack.yaml names the icon, it is
 * relative to the stack's directory or that of the default version.
 */
record IconPath(CatalogEntry entry, IconPlace place) {

    Optional<StoredFile> file() {
        String path = place.address().startsWith("./") ? place.address().substring(2) : place.address();
        if (!place.version().isEmpty()) {
            return in(place.version(), path);
        }
        int slash = path.indexOf('/');
        Optional<StoredFile> ofNamedVersion =
                slash < 0 ? Optional.empty() : in(path.substring(0, slash), path.substring(slash + 1));
        return ofNamedVersion.or(() -> in(ownVersion(), path));
    }

    private String ownVersion() {
        return entry.entry().defaultVersion().map(IndexVersion::version).orElse("");
    }

    private Optional<StoredFile> in(String version, String path) {
        return entry.content(version).map(VersionContent::files).map(files -> files.get(path));
    }
}
