package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.oci.distribution.http.Transport;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.content.IncomingContent;
import io.devfile.registry.toolkit.http.Deadline;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Stores a blob in one request. After a temporary failure, the upload is restarted from the beginning.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#post-then-put">OCI Distribution
 *     Specification 1.1, POST then PUT</a>
 */
record BlobUpload(RegistryClient client, RemoteRepository repository, IncomingContent content) {

    private static final System.Logger LOG = System.getLogger(BlobUpload.class.getName());
    private static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(2);

    /** Whether the blob already exists. */
    boolean isThere() throws OciBackendException {
        OptionalLong size = client.call(new FindBlob(repository, content.digest()));
        if (size.isPresent() && size.getAsLong() != content.size()) {
            throw new ContentMismatchException(
                    action(),
                    "the registry has it with " + size.getAsLong() + " bytes instead of " + content.size(),
                    "Correct the size, or verify the content that the registry stores.");
        }
        return size.isPresent();
    }

    /** Stores the blob; the caller has checked that it does not exist. */
    void put() throws OciBackendException {
        client.retry(action(), Deadline.never(), () -> {
            Destination location = client.once(new Start(repository));
            try {
                return client.once(new Finish(repository, location, content, action()));
            } catch (OciBackendException e) {
                cancel(location);
                throw e;
            }
        });
    }

    String action() {
        return "store the blob " + content.digest() + " of " + repository;
    }

    /** Optional: the registry discards an unfinished upload in any case, but later. */
    private void cancel(Destination location) {
        if (!Thread.currentThread().isInterrupted()) {
            try {
                client.callOnce(new Cancel(repository, location), CANCEL_TIMEOUT);
            } catch (OciBackendException e) {
                LOG.log(Level.DEBUG, "An unfinished upload was not cancelled and stays in the registry for now", e);
            }
        }
    }

    /** Requests the location for an upload: end-4a. */
    private record Start(RemoteRepository repository) implements Operation<Destination> {

        @Override
        public String action() {
            return "start the upload of a blob of " + repository;
        }

        @Override
        public Call call() {
            return Call.of("POST", repository.api("blobs/uploads/"), repository.access(Access.Right.WRITE));
        }

        @Override
        public Destination take(Response response) throws CallFailedException {
            if (response.status() != 202) {
                throw RegistryError.unexpected(response);
            }
            String location = response.header("Location")
                    .orElseThrow(() -> CallFailedException.permanent(
                            response.from().origin() + " did not return the location for the upload",
                            "Check that url is the address of a registry."));
            return response.from().resolve("Location", location);
        }
    }

    /** Sends the content, and makes the registry store it under its digest: end-6. */
    private record Finish(RemoteRepository repository, Destination location, IncomingContent content, String action)
            implements Operation<Digest> {

        private static final String REMEDY = "Check the logs of the registry, or of the proxy in front of it.";

        @Override
        public Call call() {
            return new Call(
                    "PUT",
                    location.withMoreQuery("digest=" + content.digest()),
                    repository.access(Access.Right.WRITE),
                    Map.of("Content-Type", "application/octet-stream"),
                    new Transport.Content(content.size(), content::copyTo));
        }

        @Override
        public Digest take(Response response) throws CallFailedException, MalformedJson, OciBackendException {
            Digest digest = content.digest();
            if (response.status() / 100 != 2) {
                throw refusal(RegistryError.of(response));
            }
            Optional<Digest> told =
                    ManifestHead.digest(response).filter(other -> other.algorithm() == digest.algorithm());
            if (told.isPresent() && !told.get().equals(digest)) {
                throw mismatch("the registry stored it with the digest " + told.get());
            }
            return digest;
        }

        private CallFailedException refusal(RegistryError error) throws ContentMismatchException {
            if (error.code().equals("DIGEST_INVALID")) {
                throw mismatch(error.reason());
            }
            if (error.status() == 413 || error.status() == 416) {
                return CallFailedException.permanent(
                        error.reason(),
                        "Configure the registry, or the proxy in front of it, to accept requests of " + content.size()
                                + " bytes.");
            }
            boolean forgotten = error.status() == 404
                    || error.code().equals("BLOB_UPLOAD_UNKNOWN")
                    || error.code().equals("BLOB_UPLOAD_INVALID");
            return forgotten ? CallFailedException.temporary(error.reason(), REMEDY) : error.failure();
        }

        private ContentMismatchException mismatch(String reason) {
            return new ContentMismatchException(
                    action, reason, "Check that no proxy between this server and the registry changes the content.");
        }
    }

    /**
     * Tells the registry to discard the received part of a blob. Returns whether the registry confirms this.
     *
     * @see <a href="https://distribution.github.io/distribution/spec/api/#canceling-an-upload">Canceling an upload</a>
     */
    private record Cancel(RemoteRepository repository, Destination location) implements Operation<Boolean> {

        @Override
        public String action() {
            return "cancel the upload of a blob of " + repository;
        }

        @Override
        public Call call() {
            return Call.of("DELETE", location, repository.access(Access.Right.DELETE));
        }

        @Override
        public Boolean take(Response response) {
            return response.status() / 100 == 2;
        }
    }
}
