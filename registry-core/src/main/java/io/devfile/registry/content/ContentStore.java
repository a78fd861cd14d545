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
 * Files under the SHA-256 digests of their bytes, in one directory. What was added stays readable until
 * {@link #retainOnly} is told that nobody wants it; so a state can serve what its sources no longer have.
 *
 * <p>A file is either whole or not there, also after a crash. Safe for use by several threads.
 */
public final class ContentStore {

    private final Path directory;
    private volatile Runnable onDamage = () -> {};

    private ContentStore(Path directory) {
        this.directory = directory;
    }

    /**
     * Opens or makes a store and removes what a crash may have left half written.
     *
     * @throws IOException where the directory cannot be made or written
     */
    public static ContentStore open(Path directory) throws IOException {
        DurableFiles.createDirectories(directory);
        DurableFiles.sweep(directory);
        return new ContentStore(directory);
    }

    /** Takes note of what to do when a file turns out to be missing or damaged: add it again, from where it came from. */
    public void onDamage(Runnable action) {
        onDamage = action;
    }

    /** Takes a file away that is not what its name says, so that it can be added again. */
    private void damaged(StoredFile file) throws IOException {
        Files.deleteIfExists(path(file.digest()));
        onDamage.run();
    }

    /**
     * Adds bytes.
     *
     * @throws StorageException where they cannot be written
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
     * Adds what a stream has; does not close it.
     *
     * @param limit in bytes
     * @throws TooLargeException where there is more; nothing is added
     * @throws IOException where reading fails; nothing is added
     * @throws StorageException where writing fails; nothing is added
     */
    public StoredFile add(InputStream content, long limit) throws IOException {
        return add((DurableFiles.Writer) content::transferTo, limit);
    }

    /**
     * Adds what a writer writes.
     *
     * @param limit in bytes
     * @throws TooLargeException out of the writer's stream, as soon as it writes more; nothing is added
     * @throws IOException where the writer throws it; nothing is added
     * @throws StorageException where its stream or the disk fails; nothing is added
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

    /** Whether the file is there, by its name and size. */
    public boolean has(StoredFile file) throws IOException {
        Path path = path(file.digest());
        return Files.isRegularFile(path) && Files.size(path) == file.size();
    }

    /** Whether the file is there and its bytes have its digest. Reads all of it. */
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
     * The bytes of a file, which are verified while they are read: a stream that ends has given out what the digest says.
     * The caller closes it.
     *
     * @throws java.nio.file.NoSuchFileException where it is not there
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

    /** Part of a file, which is verified if it is all of it; otherwise as {@link #open(StoredFile)}. */
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

    /** All bytes of a file that is known to be small, verified. */
    public byte[] read(StoredFile file) throws IOException {
        try (InputStream content = open(file)) {
            return content.readAllBytes();
        }
    }

    /** Removes all files but these. */
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

    /** Removes a file, where it is there. */
    public void remove(StoredFile file) throws IOException {
        Files.deleteIfExists(path(file.digest()));
    }

    private Path path(Digest digest) {
        return directory.resolve(digest.algorithm().identifier() + "-" + digest.hex());
    }
}
