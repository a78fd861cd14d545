package io.devfile.registry.icon;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.remote.RemoteCache;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteOutcome;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.util.Optional;

/**
 * Finds the icon of a place: in the address itself, among the files of the entry, or among the fetched icons. Makes no
 * requests, and inspects each content once. For one thread at a time.
 */
final class IconReader {

    /** The maximum size of one icon, in bytes. */
    static final int SIZE_LIMIT = 512 * 1024;

    static final String NOT_AN_IMAGE = "it is not a PNG, SVG, JPEG, GIF or WebP image";
    static final String USE_AN_IMAGE = "Use the address of an image in one of these formats.";

    private static final String NO_IMAGE = "It is not a PNG, SVG, JPEG, GIF or WebP image. " + USE_AN_IMAGE;

    private static final String TOO_LARGE = "It is larger than " + SIZE_LIMIT + " bytes. Make it smaller.";
    private static final String NO_DATA =
            "Its data: URI is malformed, or its type is not an image type. Write it like data:image/svg+xml;base64,…";
    private static final String NO_FILE =
            "It is neither an address that begins with https: or http: nor a file beside the devfile. Correct it.";

    private final ContentStore store;
    private final RemoteCache<RemoteIcons.Address, RemoteIcon> remote;
    private final boolean offline;
    private final Generations<String, IconOutcome> data = new Generations<>();
    private final Generations<Digest, Optional<ImageType>> types = new Generations<>();

    IconReader(ContentStore store, RemoteCache<RemoteIcons.Address, RemoteIcon> remote, boolean offline) {
        this.store = store;
        this.remote = remote;
        this.offline = offline;
    }

    /** @throws IOException if the content store cannot be read */
    IconOutcome read(CatalogEntry entry, IconPlace place) throws IOException {
        if (place.isRemote()) {
            return remote(place.address());
        }
        if (DataUri.is(place.address())) {
            return data(place.address());
        }
        Optional<StoredFile> file = place.isPath() ? new IconPath(entry, place).file() : Optional.empty();
        return file.isPresent() ? file(file.get()) : new IconOutcome.Wrong(NO_FILE);
    }

    /** Removes cached results that were not used since the last call. */
    void done() {
        data.next();
        types.next();
    }

    private IconOutcome remote(String address) {
        RemoteOutcome<RemoteIcon> known = remote.known(new RemoteIcons.Address(address));
        IconFile file = known.value() != null ? known.value().icon() : null;
        RemoteException failure = known.failure();
        // a temporary failure is not reported for an icon that was fetched before
        String problem = failure != null && !offline && (file == null || !RemoteIcons.isTemporary(failure.kind()))
                ? failure.getMessage()
                : null;
        if (file == null) {
            return problem != null ? new IconOutcome.Wrong(problem) : new IconOutcome.Absent();
        }
        return problem != null ? new IconOutcome.Stale(file, problem) : new IconOutcome.Found(file);
    }

    private IconOutcome data(String address) throws IOException {
        IconOutcome outcome = data.get(address, this::decoded);
        if (outcome instanceof IconOutcome.Found found
                && !store.has(found.icon().file())) {
            // removed from the store while no state used it
            return decoded(address);
        }
        return outcome;
    }

    private IconOutcome decoded(String address) {
        // base64 needs four characters for three bytes, percent encoding three for one
        Optional<byte[]> bytes =
                address.length() > 4 * SIZE_LIMIT ? Optional.of(new byte[SIZE_LIMIT + 1]) : DataUri.decode(address);
        if (bytes.isEmpty()) {
            return new IconOutcome.Wrong(NO_DATA);
        }
        if (bytes.get().length > SIZE_LIMIT) {
            return new IconOutcome.Wrong(TOO_LARGE);
        }
        return ImageType.of(bytes.get())
                .<IconOutcome>map(type -> new IconOutcome.Found(new IconFile(store.add(bytes.get()), type)))
                .orElseGet(() -> new IconOutcome.Wrong(NO_IMAGE));
    }

    private IconOutcome file(StoredFile file) throws IOException {
        if (file.size() > SIZE_LIMIT) {
            return new IconOutcome.Wrong(TOO_LARGE);
        }
        Optional<ImageType> type = types.get(file.digest(), digest -> type(file));
        return type.<IconOutcome>map(one -> new IconOutcome.Found(new IconFile(file, one)))
                .orElseGet(() -> new IconOutcome.Wrong(NO_IMAGE));
    }

    private Optional<ImageType> type(StoredFile file) {
        try {
            return ImageType.of(store.read(file));
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }
}
