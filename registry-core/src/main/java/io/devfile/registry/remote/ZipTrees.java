package io.devfile.registry.remote;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.ProjectZip;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.FetchException;
import io.devfile.registry.fetch.FetchRequest;
import io.devfile.registry.fetch.Fetched;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.fetch.Validators;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Fetches zips, and reduces them to the requested directory. The remaining files are not changed. */
final class ZipTrees {

    private final RemoteFiles files;
    private final ContentStore store;
    private final DiscardedZips discarded;
    private final Duration timeLimit;
    private final Clock clock;

    ZipTrees(RemoteFiles files, ContentStore store, DiscardedZips discarded, Duration timeLimit, Clock clock) {
        this.files = files;
        this.store = store;
        this.discarded = discarded;
        this.timeLimit = timeLimit;
        this.clock = clock;
    }

    /** As {@link TreeFetch#fetch}. */
    RemoteTree fetch(TreeAddress.Zip address, @Nullable RemoteTree before)
            throws RemoteException, InterruptedException {
        FetchRequest request = FetchRequest.of(address.url(), ProjectZip.LARGEST, timeLimit)
                .unless(before != null ? before.validators() : Validators.NONE);
        try {
            Fetched<StoredFile> fetched = files.store(request, store);
            if (fetched instanceof Fetched.Content<StoredFile> content) {
                StoredFile zip = cut(address, content.content());
                String id = content.content().digest().toString();
                return new RemoteTree(id, zip, null, content.validators(), clock.instant());
            }
            return Objects.requireNonNull(before).confirmed(clock.instant());
        } catch (FetchException e) {
            throw RemoteException.of(e, address);
        }
    }

    private StoredFile cut(TreeAddress.Zip address, StoredFile whole) throws RemoteException {
        try {
            StoredFile zip = new ProjectZip(store, whole).only(address.subDir());
            if (!zip.equals(whole)) {
                discarded.add(whole);
            }
            return zip;
        } catch (FileNotFoundException e) {
            discarded.add(whole);
            throw RemoteException.of(RemoteException.Kind.NOT_FOUND, address, e.getMessage(), "Correct its subDir.", e);
        } catch (IOException e) {
            discarded.add(whole);
            throw RemoteException.of(
                    RemoteException.Kind.FAILED, address, e.getMessage(), "Put a valid zip at the address.", e);
        }
    }
}
