package io.devfile.registry.fetch;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a fetch into the content store; adds nothing if the fetch fails. For one thread. */
final class StoredBody implements DurableFiles.Writer {

    private final Exchange exchange;
    private @Nullable Fetched<OutputStream> fetched;

    StoredBody(Exchange exchange) {
        this.exchange = exchange;
    }

    /** Ends writing without adding a file. */
    private static final class NothingException extends IOException {
        private static final long serialVersionUID = 1L;

        NothingException(String message) {
            super(message);
        }

        NothingException(Exception cause) {
            super(cause);
        }
    }

    Fetched<StoredFile> in(ContentStore store, long limit) throws FetchException, IOException, InterruptedException {
        try {
            StoredFile file = store.add(this, limit);
            return Objects.requireNonNull(fetched).map(stream -> file);
        } catch (NothingException e) {
            if (e.getCause() instanceof FetchException failure) {
                throw failure;
            }
            if (e.getCause() instanceof InterruptedException interrupt) {
                throw interrupt;
            }
            return new Fetched.NotModified<>();
        }
    }

    @Override
    public void writeTo(OutputStream stream) throws IOException {
        try {
            fetched = exchange.run(stream);
        } catch (FetchException | InterruptedException e) {
            throw new NothingException(e);
        }
        if (fetched instanceof Fetched.NotModified<OutputStream>) {
            throw new NothingException("The content is unchanged");
        }
    }
}
