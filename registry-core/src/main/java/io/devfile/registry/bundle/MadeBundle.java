package io.devfile.registry.bundle;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The result of creating a bundle. No other bundle is created until this one is closed; closing removes it. For one
 * thread.
 */
public final class MadeBundle implements AutoCloseable {

    private final List<Missing> missing;
    private final List<Missing> left;
    private final @Nullable BundledFile archive;
    private final Runnable end;
    private final AtomicBoolean closed = new AtomicBoolean();

    MadeBundle(Bundle bundle, @Nullable BundledFile archive, Runnable end) {
        this.missing = bundle.missing();
        this.left = bundle.left();
        this.archive = archive;
        this.end = end;
    }

    /** Whether there is an archive: if nothing is missing, or if an incomplete archive was requested. */
    public boolean hasArchive() {
        return archive != null;
    }

    /** The items that should be included but are missing. */
    public List<Missing> missing() {
        return missing;
    }

    /** The items that are missing or not included, in the format of the archive's {@code bundle.json}. */
    public JsonObject report() {
        return MissingReport.json(missing, left);
    }

    /** The size of the archive, in bytes. */
    public long size() {
        return Objects.requireNonNull(archive).file().size();
    }

    /** The archive's bytes; the caller closes the stream. */
    public InputStream open() throws IOException {
        return Objects.requireNonNull(archive).store().open(archive.file());
    }

    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            end.run();
        }
    }
}
