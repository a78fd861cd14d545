package io.devfile.registry.content;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import io.devfile.registry.toolkit.content.DigestMismatchException;
import io.devfile.registry.toolkit.content.PartInputStream;
import io.devfile.registry.toolkit.content.VerifyingInputStream;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Set;
import java.util.UUID;

/**
 * Files by the SHA-256 digests of their bytes, in one directory. An added file stays readable until {@link #retainOnly}
 * or {@link #remove} removes it, so a state can serve files that its sources no longer have.
 *
 * <p>A file is either complete or absent, also after a crash. Safe for use by several threads.
 */
public final class ContentStore {

    private final Path directory;
    private volatile Runnable onDamage = () -> {};

    private ContentStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens or creates a store, and removes incomplete files that a crash may have left.
     *
     * @throws IOException if the directory cannot be created or written
     */
    public static ContentStore open(Path directory) throws IOException {
        DurableFiles.createDirectories(directory);
        DurableFiles.sweep(directory);
        return new ContentStore(directory);
    }

    /** Sets the action to run if a file is missing or damaged: it should add the file again from its origin. */
    public void onDamage(Runnable action) {
        onDamage = action;
    }

    /** Removes a file whose bytes do not match its digest, so that it can be added again. */
    private void damaged(StoredFile file) throws IOException {
        Files.deleteIfExists(path(file.digest()));
        onDamage.run();
    }

    /**
     * Adds bytes.
     *
     * @throws StorageException if the bytes cannot be written
     */
    public StoredFile add(byte[] bytes) {
        StoredFile stored = new StoredFile(Digest.of(bytes), bytes.length);
        try {
            if (!has(stored)) {
                DurableFiles.write(path(stored.digest()), bytes);
            }
            return stored;
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    /**
     * Adds the content of a stream; does not close it.
     *
     * @param limit in bytes
     * @throws TooLargeException if the content is larger; nothing is added
     * @throws IOException if reading fails; nothing is added
     * @throws StorageException if writing fails; nothing is added
     */
    public StoredFile add(InputStream content, long limit) throws IOException {
        return add((DurableFiles.Writer) content::transferTo, limit);
    }

    /**
     * Adds the output of a writer.
     *
     * @param limit in bytes
     * @throws TooLargeException from the writer's stream, as soon as the limit is exceeded; nothing is added
     * @throws IOException if the writer throws it; nothing is added
     * @throws StorageException if its stream or the disk fails; nothing is added
     */
    public StoredFile add(DurableFiles.Writer writer, long limit) throws IOException {
        MessageDigest computation = DigestAlgorithm.SHA256.newMessageDigest();
        Path temporary = directory.resolve(DurableFiles.TEMPORARY_PREFIX + UUID.randomUUID());
        try {
            try (OutputStream file = new LimitedOutputStream(temporary(temporary), limit);
                    OutputStream out = new DigestOutputStream(file, computation)) {
                writer.writeTo(out);
            }
            return take(temporary, Digest.of(computation, DigestAlgorithm.SHA256));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static OutputStream temporary(Path file) {
        try {
            return new StorageOutputStream(Files.newOutputStream(file));
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    private StoredFile take(Path temporary, Digest digest) {
        try {
            StoredFile stored = new StoredFile(digest, Files.size(temporary));
            if (!has(stored)) {
                DurableFiles.moveInto(temporary, path(digest));
            }
            return stored;
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    /** Whether the file exists, by its name and size. */
    public boolean has(StoredFile file) throws IOException {
        Path path = path(file.digest());
        return Files.isRegularFile(path) && Files.size(path) == file.size();
    }

    /** Whether the file exists and its bytes match its digest. Reads the whole file. */
    public boolean verify(StoredFile file) throws IOException {
        if (!has(file)) {
            return false;
        }
        try (InputStream content = open(file)) {
            content.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (DigestMismatchException e) {
            return false;
        }
    }

    /**
     * The bytes of a file, which are verified while they are read: if the stream reaches its end, the bytes match the
     * digest. The caller closes the stream.
     *
     * @throws java.nio.file.NoSuchFileException if the file does not exist
     */
    public InputStream open(StoredFile file) throws IOException {
        return new FilterInputStream(new VerifyingInputStream(openUnverified(file), file.digest(), file.size())) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                try {
                    return super.read(bytes, offset, length);
                } catch (DigestMismatchException e) {
                    damaged(file);
                    throw e;
                }
            }
        };
    }

    /** As {@link #open(StoredFile)}, for a part of a file; a part is verified only if it is the whole file. */
    public InputStream open(StoredFile file, long offset, long length) throws IOException {
        if (offset == 0 && length == file.size()) {
            return open(file);
        }
        InputStream content = openUnverified(file);
        try {
            content.skipNBytes(offset);
            return new PartInputStream(content, length);
        } catch (IOException e) {
            content.close();
            throw e;
        }
    }

    private InputStream openUnverified(StoredFile file) throws IOException {
        try {
            return file.size() == 0
                    ? new ByteArrayInputStream(new byte[0])
                    : Files.newInputStream(path(file.digest()), StandardOpenOption.READ);
        } catch (NoSuchFileException e) {
            damaged(file);
            throw e;
        }
    }

    /** The bytes of a file at any position; the caller closes the channel. */
    public SeekableByteChannel channel(StoredFile file) throws IOException {
        return Files.newByteChannel(path(file.digest()), StandardOpenOption.READ);
    }

    /** All bytes of a small file, verified. */
    public byte[] read(StoredFile file) throws IOException {
        try (InputStream content = open(file)) {
            return content.readAllBytes();
        }
    }

    /** Removes all files except these. */
    public void retainOnly(Set<Digest> wanted) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "sha256-*")) {
            for (Path file : files) {
                String hex = file.getFileName().toString().substring("sha256-".length());
                if (Digest.tryParse("sha256:" + hex).filter(wanted::contains).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Removes a file, if it exists. */
    public void remove(StoredFile file) throws IOException {
        Files.deleteIfExists(path(file.digest()));
    }

    private Path path(Digest digest) {
        return directory.resolve(digest.algorithm().identifier() + "-" + digest.hex());
    }
}
