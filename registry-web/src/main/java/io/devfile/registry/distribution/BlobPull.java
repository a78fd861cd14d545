package io.devfile.registry.distribution;

import io.devfile.registry.http.ByteRange;
import io.devfile.registry.publish.RegistryBackend;
import io.devfile.registry.publish.ServedArtifacts;
import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;

/**
 * Answers with a blob or a part of it. The content is streamed through one buffer, however large it is.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-blobs">OCI Distribution
 *     Specification 1.1, Pulling blobs</a>
 */
record BlobPull(
        DistributionExchange exchange,
        RegistryBackend backend,
        ServedArtifacts served,
        RepositoryName repository,
        Digest digest) {

    private static final int BUFFER = 64 * 1024;

    void answer() throws IOException, DistributionError, OciBackendException {
        Optional<Blob> found = backend.read(content -> content.blob(repository, digest));
        if (found.isEmpty()) {
            throw missing();
        }
        Blob blob = found.get();
        if (exchange.isKnown(digest)) {
            exchange.identify(digest, DistributionExchange.IMMUTABLE);
            exchange.notModified();
        } else if (exchange.isHead()) {
            describe(blob.size());
        } else {
            send(blob, ByteRange.of(rangeWanted(), blob.size()));
        }
    }

    private void send(Blob blob, ByteRange range) throws IOException, DistributionError, OciBackendException {
        if (range instanceof ByteRange.Unsatisfiable) {
            exchange.response().setHeader("Content-Range", "bytes */" + blob.size());
            throw new DistributionError(ErrorCode.BLOB_UNKNOWN, 416, "the range is not within the blob", detail());
        }
        try (InputStream content = backend.read(any -> open(blob, range))) {
            byte[] beginning = beginning(content);
            if (range instanceof ByteRange.Part part) {
                exchange.response().setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                exchange.response().setHeader("Content-Range", part.contentRange(blob.size()));
                describe(part.length());
            } else {
                describe(blob.size());
            }
            OutputStream target = exchange.response().getOutputStream();
            target.write(beginning);
            byte[] buffer = new byte[BUFFER];
            for (int read = read(content, buffer); read >= 0; read = read(content, buffer)) {
                target.write(buffer, 0, read);
            }
        }
    }

    /** If a blob of the served index is missing, the backend has lost it, and it is pushed again. */
    private DistributionError missing() {
        if (served.hasBlob(repository, digest)) {
            backend.suspectLoss();
            return new DistributionError(
                    ErrorCode.TOOMANYREQUESTS,
                    "the storage of the registry has lost this blob, and the registry pushes it again; ask again later",
                    detail());
        }
        return new DistributionError(ErrorCode.BLOB_UNKNOWN, "the repository has no such blob", detail());
    }

    private void describe(long length) {
        exchange.identify(digest, DistributionExchange.IMMUTABLE);
        exchange.response().setHeader("Accept-Ranges", "bytes");
        exchange.response().setContentType("application/octet-stream");
        exchange.response().setContentLengthLong(length);
    }

    private static InputStream open(Blob blob, ByteRange range) throws OciBackendException {
        return range instanceof ByteRange.Part part ? blob.open(part.offset(), part.length()) : blob.open();
    }

    private int read(InputStream content, byte[] buffer) throws BrokenContentException {
        try {
            return content.read(buffer);
        } catch (IOException e) {
            throw new BrokenContentException(
                    "Tried to send the blob " + digest + " of " + repository + ", but its content could not be read: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Reads the beginning before the response starts, so that broken content is answered with an error if possible. */
    private byte[] beginning(InputStream content) throws DistributionError {
        try {
            return content.readNBytes(BUFFER);
        } catch (IOException e) {
            throw new DistributionError(
                    ErrorCode.UNKNOWN,
                    "the content of the blob cannot be read or does not match its digest; the registry is checking it",
                    detail(),
                    e);
        }
    }

    /** The requested range; empty if an If-Range header names other content. */
    private String rangeWanted() {
        boolean applies = exchange.header("If-Range")
                .map(condition -> condition.strip().equals(DistributionExchange.entityTag(digest)))
                .orElse(true);
        return applies ? exchange.header("Range").orElse("") : "";
    }

    private Map<String, String> detail() {
        return Map.of("name", repository.value(), "digest", digest.toString());
    }
}
