package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Payload;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.content.IncomingContent;
import java.io.IOException;
import java.time.Duration;

/** One attempt to send a blob, after the registry has returned the upload location. Used by one thread. */
final class OpenUpload {

    private static final System.Logger LOGGER = System.getLogger(OpenUpload.class.getName());
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final Caller caller;
    private final IncomingContent content;
    private Upload upload;

    OpenUpload(Caller caller, IncomingContent content, Upload upload) {
        this.caller = caller;
        this.content = content;
        this.upload = upload;
    }

    /** @param chunk the chunk size in bytes, or 0 for one request */
    Digest send(int chunk) throws CallFailedException, OciBackendException {
        return chunk == 0 ? sendWhole() : sendChunks(chunk);
    }

    /** Optional: the registry discards an unfinished upload in any case, but later. */
    void giveUp() throws OciBackendException {
        if (!Thread.currentThread().isInterrupted()) {
            try {
                caller.once(new CancelUpload(upload), Deadline.after(FAREWELL));
            } catch (CallFailedException e) {
                LOGGER.log(
                        System.Logger.Level.DEBUG,
                        "An unfinished upload was not cancelled and stays in the registry for now",
                        e);
            }
        }
    }

    private Digest sendWhole() throws CallFailedException, OciBackendException {
        Payload payload = new Payload.Streamed(content.size(), content::copyTo);
        return caller.once(new FinishUpload(upload, content.digest(), payload));
    }

    private Digest sendChunks(int size) throws CallFailedException, OciBackendException {
        ChunkedContent chunks = new ChunkedContent(caller, upload, size);
        try {
            content.copyTo(chunks);
            return caller.once(new FinishUpload(chunks.finish(), content.digest(), Payload.NONE));
        } catch (ChunkedContent.Unsent e) {
            throw e.failure();
        } catch (IOException e) {
            throw ContentFailure.of(new FinishUpload(upload, content.digest(), Payload.NONE).action(), e);
        } finally {
            upload = chunks.upload();
        }
    }
}
