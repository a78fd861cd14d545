package io.devfile.registry.bundle;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.RemoteFiles;
import io.devfile.registry.starter.StarterZips;
import io.devfile.registry.state.RegistryState;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Creates bundles, one at a time, on the disk. Safe for use by several threads. */
public final class Bundles {

    private static final System.Logger LOG = System.getLogger(Bundles.class.getName());

    private final ContentStore content;
    private final ContentStore copies;
    private final @Nullable RemoteFiles files;
    private final StarterZips starters;
    private final Semaphore turn = new Semaphore(1);

    private Bundles(ContentStore content, ContentStore copies, @Nullable RemoteFiles files, StarterZips starters) {
        this.content = content;
        this.copies = copies;
        this.files = files;
        this.starters = starters;
    }

    /**
     * Opens the directory for bundles.
     *
     * @param directory for copies from remotes and the bundle itself, which are kept only for one request
     * @param content contains the files that are served
     * @param files null if nothing may be fetched
     * @throws IOException if the directory cannot be created or written
     */
    public static Bundles open(Path directory, ContentStore content, @Nullable RemoteFiles files, StarterZips starters)
            throws IOException {
        ContentStore copies = ContentStore.open(directory);
        copies.retainOnly(Set.of());
        return new Bundles(content, copies, files, starters);
    }

    /**
     * Creates a bundle of the served content.
     *
     * @param incomplete whether to create an archive even if something is missing
     * @return must be closed; empty if another bundle is being created or was not closed yet
     * @throws java.nio.file.NoSuchFileException if the served content changed meanwhile and files were removed
     * @throws IOException if the disk cannot be read
     * @throws io.devfile.registry.content.StorageException if the disk cannot store the bundle
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public Optional<MadeBundle> make(RegistryState state, boolean incomplete) throws IOException, InterruptedException {
        if (!turn.tryAcquire()) {
            return Optional.empty();
        }
        boolean made = false;
        try (StarterCopies zips = new StarterCopies(starters, copies)) {
            Bundle bundle = new Bundling(state, content, new RemoteCopies(files, copies), zips).run();
            BundledFile archive =
                    bundle.missing().isEmpty() || incomplete ? new BundledFile(copies, archive(bundle)) : null;
            made = true;
            return Optional.of(new MadeBundle(bundle, archive, this::end));
        } finally {
            if (!made) {
                end();
            }
        }
    }

    /**
     * Fetches everything that a bundle needs, without making an archive.
     *
     * @return everything that cannot be fetched
     * @throws IOException if the disk cannot be read or written
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public List<Missing> missing(RegistryState state) throws IOException, InterruptedException {
        try (StarterCopies zips = new StarterCopies(starters, copies)) {
            return new Bundling(state, content, new RemoteCopies(files, copies), zips)
                    .run()
                    .missing();
        }
    }

    private StoredFile archive(Bundle bundle) throws IOException {
        return copies.add(out -> BundleArchive.write(bundle, out), Long.MAX_VALUE);
    }

    private void end() {
        try {
            copies.retainOnly(Set.of());
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The copies for a bundle could not be removed. They are removed at the next start.",
                    e);
        } finally {
            turn.release();
        }
    }
}
