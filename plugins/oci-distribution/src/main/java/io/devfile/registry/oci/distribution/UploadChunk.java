package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Payload;
import java.util.Map;

/**
 * Sends a part of a blob. Returns the upload with the location for the next part.
 *
 * @param start of the part within the blob, in bytes
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-in-chunks">end-5</a>
 */
record UploadChunk(Upload upload, long start, byte[] bytes) implements Operation<Upload> {

    @Override
    public String action() {
        return "store the bytes from offset " + start + " of a blob of " + upload.repository();
    }

    @Override
    public Call call() {
        return new Call(
                "PATCH",
                upload.location(),
                upload.access(),
                Map.of(
                        "Content-Type",
                        "application/octet-stream",
                        "Content-Range",
                        start + "-" + (start + bytes.length - 1)),
                new Payload.Bytes(bytes));
    }

    @Override
    public Upload take(Answer answer, Deadline deadline) throws CallFailedException {
        if (answer.status() / 100 != 2) {
            throw UploadRefusal.of(RegistryError.of(answer), answer);
        }
        return upload.after(answer);
    }
}
