package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.content.IncomingContent;
import java.util.OptionalLong;

/**
 * Stores a blob that is not yet in the registry: in one request, or in chunks if the registry requires chunks or the
 * connection is unreliable. After a temporary failure, the upload is restarted from the beginning; for a large blob,
 * only after a check whether the blob now exists. Used by one thread.
 */
final class BlobUpload {

    private final Caller caller;
    private final BodyLimit limit;
    private final RemoteRepository repository;
    private final IncomingContent content;
    private final String action;
    private boolean failedBefore;

    BlobUpload(Caller caller, BodyLimit limit, RemoteRepository repository, IncomingContent content) {
        this.caller = caller;
        this.limit = limit;
        this.repository = repository;
        this.content = content;
        this.action = "store the blob " + content.digest() + " of " + repository;
    }

    /** Whether the blob already exists. */
    boolean isThere() throws OciBackendException {
        return isThere(caller.call(new FindBlob(repository, content.digest())));
    }

    /** Stores the blob; the caller has checked that it does not exist. */
    void put() throws OciBackendException {
        caller.retries().run(action, Deadline.never(), this::attempt);
    }

    private Digest attempt() throws CallFailedException, OciBackendException {
        boolean large = content.size() > BodyLimit.USUAL_CHUNK;
        if (failedBefore && large && isThere(caller.once(new FindBlob(repository, content.digest())))) {
            return content.digest();
        }
        while (true) {
            Upload upload = caller.once(new StartUpload(repository));
            int chunk = limit.chunk(content.size(), upload.smallestChunk(), failedBefore);
            OpenUpload open = new OpenUpload(caller, content, upload);
            try {
                return open.send(chunk);
            } catch (OciBackendException e) {
                open.giveUp();
                throw e;
            } catch (CallFailedException e) {
                boolean less = e.kind() == CallFailedException.Kind.TOO_MUCH
                        && limit.lower(chunk == 0 ? content.size() : chunk);
                if (!less) {
                    failedBefore = true;
                    throw failed(e, open);
                }
            }
        }
    }

    private static CallFailedException failed(CallFailedException failure, OpenUpload open) throws OciBackendException {
        return switch (failure.kind()) {
            case START_OVER ->
                CallFailedException.passing(failure.reason(), failure.remedy()).because(failure);
            case LASTING, TOO_MUCH -> {
                open.giveUp();
                yield failure;
            }
            case PASSING, LATE, NOT_ALLOWED, INTERRUPTED -> failure;
        };
    }

    private boolean isThere(OptionalLong size) throws ContentMismatchException {
        if (size.isPresent() && size.getAsLong() != content.size()) {
            throw new ContentMismatchException(
                    action,
                    "the registry has it with " + size.getAsLong() + " bytes instead of " + content.size(),
                    "Correct the size, or verify the content that the registry stores.");
        }
        return size.isPresent();
    }
}
