package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Payload;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.content.IncomingContent;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * Puts one blob where it is not yet: all at once, or in chunks where the registry wants that or the connection does not
 * last. What fails and may go better is done anew from the start, after a look whether the blob is there by now. Used by
 * one thread.
 */
final class BlobUpload {

    private static final System.Logger LOGGER = System.getLogger(BlobUpload.class.getName());
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Caller caller;
    private final BodyLimit limit;
    private final RemoteRepository repository;
    private final IncomingContent content;
    private final String action;
    private boolean again;
    private boolean resumable;

    BlobUpload(Caller caller, BodyLimit limit, RemoteRepository repository, IncomingContent content) {
        this.caller = caller;
        this.limit = limit;
        this.repository = repository;
        this.content = content;
        this.action = "store the blob " + content.digest() + " of " + repository;
    }

    /** Whether it is there already. */
    boolean isThere() throws OciBackendException {
        return isThere(caller.call(new FindBlob(repository, content.digest())));
    }

    /** Puts it; the caller has looked whether it is there. */
    void put() throws OciBackendException {
        caller.retries().run(action, Deadline.never(), this::attempt);
    }

    private Digest attempt() throws CallFailedException, OciBackendException {
        if (again && isThere(caller.once(new FindBlob(repository, content.digest())))) {
            return content.digest();
        }
        again = true;
        while (true) {
            Upload upload = caller.once(new StartUpload(repository));
            int chunk = limit.chunk(content.size(), upload.smallestChunk(), resumable);
            try {
                return chunk == 0 ? sendWhole(upload) : sendChunks(upload, chunk);
            } catch (CallFailedException e) {
                giveUp(upload, e.kind() == CallFailedException.Kind.LASTING);
                if (e.kind() != CallFailedException.Kind.TOO_MUCH
                        || !limit.lower(chunk == 0 ? content.size() : chunk)) {
                    resumable = true;
                    throw e;
                }
            } catch (OciBackendException e) {
                giveUp(upload, true);
                throw e;
            }
        }
    }

    private Digest sendWhole(Upload upload) throws CallFailedException, OciBackendException {
        Payload payload = new Payload.Streamed(content.size(), content::copyTo);
        return caller.once(new FinishUpload(upload, content.digest(), payload));
    }

    private Digest sendChunks(Upload upload, int size) throws CallFailedException, OciBackendException {
        try (ChunkedContent chunks = new ChunkedContent(caller, upload, size)) {
            content.copyTo(chunks);
            return caller.once(new FinishUpload(chunks.finish(), content.digest(), Payload.NONE));
        } catch (ChunkedContent.Unsent e) {
            throw e.failure();
        } catch (IOException e) {
            throw ContentFailure.of(action, e);
        }
    }

    private boolean isThere(OptionalLong size) throws ContentMismatchException {
        if (size.isPresent() && size.getAsLong() != content.size()) {
            throw new ContentMismatchException(
                    action,
                    "the registry has it with " + size.getAsLong() + " bytes instead of " + content.size(),
                    "Correct the size, or have the registry verify what it keeps.");
        }
        return size.isPresent();
    }

    /** A courtesy: the registry forgets what is not finished, only later. */
    private void giveUp(Upload upload, boolean worthwhile) throws OciBackendException {
        if (worthwhile && !Thread.currentThread().isInterrupted()) {
            try {
                caller.once(new CancelUpload(upload), Deadline.after(FAREWELL));
            } catch (CallFailedException e) {
                LOGGER.log(System.Logger.Level.DEBUG, "The registry keeps part of a blob for now", e);
            }
        }
    }
}
