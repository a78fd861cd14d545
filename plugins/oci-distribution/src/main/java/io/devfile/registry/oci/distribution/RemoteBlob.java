package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.content.VerifyingInputStream;
import java.io.InputStream;
import java.util.Objects;

/** A blob in the registry. Each stream makes its own request, and another one each time that the connection breaks. */
record RemoteBlob(RegistryClient client, RemoteRepository repository, Digest digest, long size) implements Blob {

    @Override
    public InputStream open() throws OciBackendException {
        return new VerifyingInputStream(stream(0, size), digest, size);
    }

    @Override
    public InputStream open(long offset, long length) throws OciBackendException {
        Objects.checkFromIndexSize(offset, length, size);
        return length == 0 ? InputStream.nullInputStream() : stream(offset, length);
    }

    private InputStream stream(long offset, long length) throws OciBackendException {
        return ResumingStream.open(
                length, done -> client.call(new ReadBlob(repository, digest, size, offset + done, length - done)));
    }
}
