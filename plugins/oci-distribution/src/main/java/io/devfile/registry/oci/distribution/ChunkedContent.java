package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.spi.oci.OciBackendException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * Sends the written content in chunks, with retries for each chunk: after a failure, it asks how many bytes have
 * arrived, and continues from there. Holds one chunk in memory. Used by one thread.
 */
final class ChunkedContent extends OutputStream {

    private final Caller caller;
    private final byte[] chunk;
    private Upload upload;
    private int filled;
    private long sent;
    private boolean inStep = true;

    /** @param size of a chunk, in bytes */
    ChunkedContent(Caller caller, Upload upload, int size) {
        this.caller = caller;
        this.upload = upload;
        this.chunk = new byte[size];
    }

    /** A chunk could not be sent. */
    static final class Unsent extends IOException {

        private static final long serialVersionUID = 1L;

        private Unsent(Exception cause) {
            super(cause);
        }

        /** Throws the cause. */
        OciBackendException failure() throws CallFailedException {
            if (getCause() instanceof CallFailedException call) {
                throw call;
            }
            return (OciBackendException) getCause();
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int taken = 0;
        while (taken < length) {
            if (filled == chunk.length) {
                send();
            }
            int part = Math.min(length - taken, chunk.length - filled);
            System.arraycopy(bytes, offset + taken, chunk, filled, part);
            filled += part;
            taken += part;
        }
    }

    /** Sends the remaining bytes. Returns the upload that has all of the content. */
    Upload finish() throws Unsent {
        if (filled > 0) {
            send();
        }
        return upload;
    }

    /** The current upload, so that it can be cancelled. */
    Upload upload() {
        return upload;
    }

    private void send() throws Unsent {
        String action = new UploadChunk(upload, sent, chunk).action();
        try {
            caller.retries().attempt(action, Deadline.never(), this::sendOnce);
        } catch (CallFailedException | OciBackendException e) {
            throw new Unsent(e);
        }
        sent += filled;
        filled = 0;
    }

    private Upload sendOnce() throws CallFailedException, OciBackendException {
        int arrived = inStep ? 0 : arrived();
        inStep = false;
        while (arrived < filled) {
            byte[] rest = Arrays.copyOfRange(chunk, arrived, filled);
            try {
                upload = caller.once(new UploadChunk(upload, sent + arrived, rest));
                arrived = filled;
            } catch (CallFailedException e) {
                int now = e.kind() == CallFailedException.Kind.TOO_MUCH ? arrived() : arrived;
                if (now == arrived) {
                    throw e;
                }
                // The chunk was not too large; the registry already had part of it.
                arrived = now;
            }
        }
        inStep = true;
        return upload;
    }

    /** The number of bytes of this chunk that the registry has. */
    private int arrived() throws CallFailedException, OciBackendException {
        AskUpload.Progress progress = caller.once(new AskUpload(upload));
        upload = progress.upload();
        long arrived = progress.count() - sent;
        if (arrived < 0 || arrived > filled) {
            throw CallFailedException.startOver(
                    "the registry has " + progress.count() + " bytes of it, but " + sent + " were sent",
                    "Check the logs of the registry.");
        }
        return (int) arrived;
    }
}
