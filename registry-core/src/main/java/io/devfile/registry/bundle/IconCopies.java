package io.devfile.registry.bundle;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.icon.DataUri;
import io.devfile.registry.icon.IconCache;
import io.devfile.registry.icon.IconFile;
import io.devfile.registry.icon.Icons;
import io.devfile.registry.icon.ImageType;
import io.devfile.registry.index.model.IconPlace;
import java.io.IOException;
import java.util.Optional;

/** Icons at remotes: the icons that are served, and for other addresses the current content. For one thread. */
final class IconCopies {

    private final Icons served;
    private final ContentStore content;
    private final RemoteCopies copies;
    private final MissingReport report;

    /** @param content contains the icons that are served */
    IconCopies(Icons served, ContentStore content, RemoteCopies copies, MissingReport report) {
        this.served = served;
        this.content = content;
        this.copies = copies;
        this.report = report;
    }

    /** An available icon. */
    record Icon(ContentStore store, StoredFile file, ImageType type) {

        /** A file name that no other icon has. */
        String name() {
            return "icon-" + file.digest().hex().substring(0, 12) + "." + type.extension();
        }

        /** The icon as a {@code data:} URI. */
        String dataUri() throws IOException {
            return DataUri.of(type.mediaType(), store.read(file));
        }
    }

    /**
     * The icon at an address; empty if the address is not at a remote, or if the icon is not available, which is
     * reported.
     *
     * @param owner the entry or version that names it
     */
    Optional<Icon> of(String address, Owner owner) throws IOException, InterruptedException {
        IconPlace place = IconPlace.of(address);
        if (!place.isRemote()) {
            return Optional.empty();
        }
        Optional<IconFile> known = served.at(place);
        if (known.isPresent()) {
            return known.map(icon -> new Icon(content, icon.file(), icon.type()));
        }
        Copy copy = copies.of(address);
        StoredFile file = copy.file();
        if (file == null) {
            return missing(address, owner, copy.problem());
        }
        Optional<ImageType> type = file.size() > IconCache.SIZE_LIMIT
                ? Optional.empty()
                : ImageType.of(copies.store().read(file));
        return type.isPresent()
                ? type.map(one -> new Icon(copies.store(), file, one))
                : missing(
                        address,
                        owner,
                        "It is not an image, or it is larger than " + IconCache.SIZE_LIMIT
                                + " bytes. Use an image within this limit.");
    }

    private Optional<Icon> missing(String address, Owner owner, String reason) {
        report.missing(Missing.Kind.ICON, owner, FetchGuard.shown(address), reason);
        return Optional.empty();
    }
}
