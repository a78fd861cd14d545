package io.devfile.registry.bundle;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What came of making a bundle. No other is made until it is closed, which removes it. For one thread. */
public final class MadeBundle implements AutoCloseable {

    private final List<Missing> missing;
    private final List<Missing> left;
    private final Optional<BundledFile> archive;
    private final Runnable end;
    private final AtomicBoolean closed = new AtomicBoolean();

    MadeBundle(Bundle bundle, Optional<BundledFile> archive, Runnable end) {
        this.missing = bundle.missing();
        this.left = bundle.left();
        this.archive = archive;
        this.end = end;
    }

    /** Whether there is an archive: where nothing is missing, or where that does not matter. */
    public boolean hasArchive() {
        return archive.isPresent();
    }

    /** What should be there and is not. */
    public List<Missing> missing() {
        return missing;
    }

    /** What is missing, and what is not taken along, as the archive's own {@code bundle.json} has it. */
    public JsonObject report() {
        return Report.json(missing, left);
    }

    /** Of the archive, in bytes. */
    public long size() {
        return archive.orElseThrow().file().size();
    }

    /** The archive's bytes; the caller closes the stream. */
    public InputStream open() throws IOException {
        return archive.orElseThrow().store().open(archive.get().file());
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            end.run();
        }
    }
}
