package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.content.PartInputStream;
import io.devfile.registry.toolkit.content.VerifyingInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** A blob in a file. */
record LayoutBlob(Path file, Digest digest, long size) implements Blob {

    @Override
    public InputStream open() throws OciBackendException {
        return opened(() -> new VerifyingInputStream(Files.newInputStream(file), digest, size));
    }

    @Override
    public InputStream open(long offset, long length) throws OciBackendException {
        Objects.checkFromIndexSize(offset, length, size);
        return opened(() -> new PartInputStream(positioned(offset), length));
    }

    private InputStream positioned(long offset) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            channel.position(offset);
            return Channels.newInputStream(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private InputStream opened(Opening opening) throws OciBackendException {
        Attempt attempt = new Attempt("read the blob " + digest + " in " + file);
        try {
            return opening.open();
        } catch (NoSuchFileException e) {
            throw attempt.missing(
                    "it no longer exists", "Request it again; the next refresh restores content that is still in use.");
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    @FunctionalInterface
    private interface Opening {
        InputStream open() throws IOException;
    }
}
