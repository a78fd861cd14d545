package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.content.PartInputStream;
import java.io.InputStream;
import java.util.Map;

/**
 * Reads a blob from an offset. Returns its bytes without verification; the client closes the stream.
 *
 * @param size of the whole blob, in bytes
 * @param offset of the first byte
 * @param length in bytes, at least one unless the whole blob is empty
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-blobs">end-2, GET</a>
 */
record ReadBlob(RemoteRepository repository, Digest digest, long size, long offset, long length)
        implements Operation<InputStream> {

    @Override
    public String action() {
        return "read the blob " + digest + " of " + repository;
    }

    @Override
    public Call call() {
        boolean whole = offset == 0 && length == size;
        return new Call(
                "GET",
                repository.api("blobs/" + digest),
                repository.access(Access.Right.READ),
                whole ? Map.of() : Map.of("Range", "bytes=" + offset + "-" + (offset + length - 1)),
                null);
    }

    @Override
    public InputStream take(Response response) throws CallFailedException, OciBackendException {
        return switch (response.status()) {
            case 200 -> part(response);
            case 206 -> range(response);
            case 404 ->
                throw new MissingContentException(
                        action(),
                        "it no longer exists",
                        "Request it again; the next refresh restores content that is still in use.");
            case 416 -> throw mismatch("the registry has fewer than its " + size + " bytes");
            default -> throw RegistryError.unexpected(response);
        };
    }

    /** Reads the part from a response that contains the whole blob, because a registry may ignore ranges. */
    private InputStream part(Response response) throws CallFailedException, OciBackendException {
        if (response.length().orElse(size) != size) {
            throw mismatch("the registry sent " + response.length().getAsLong() + " bytes instead of " + size);
        }
        InputStream body = response.release(offset);
        return offset == 0 && length == size ? body : new PartInputStream(body, length);
    }

    private InputStream range(Response response) throws CallFailedException, OciBackendException {
        String expected = "bytes " + offset + "-" + (offset + length - 1) + "/";
        String range = response.header("Content-Range").orElse("");
        boolean fits = range.equals(expected + size) || range.equals(expected + "*");
        if (!fits || response.length().orElse(length) != length) {
            throw mismatch("the registry sent a part other than bytes " + offset + " to " + (offset + length - 1)
                    + " of " + size);
        }
        return new PartInputStream(response.release(0), length);
    }

    private ContentMismatchException mismatch(String reason) {
        return new ContentMismatchException(action(), reason, "Check the logs of the registry.");
    }
}
