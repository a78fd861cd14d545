package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The right to write below a root directory, which only one backend at a time has, in this process or another. The
 * claim is taken when it is first needed, and held until it is released or the process ends. Reading needs no claim.
 *
 * <p>A lock on the file {@value #FILE} excludes other processes. A set of roots excludes other backends in this
 * process: on POSIX, opening and closing a locked file a second time in the same process releases the lock.
 */
final class WriterClaim {

    static final String FILE = ".lock";

    private static final Set<Path> CLAIMED_HERE = new HashSet<>();

    private final Path root;
    private @Nullable Held held;
    private boolean ended;

    WriterClaim(Path root) {
        this.root = root;
    }

    /**
     * Takes the claim if it is not held, and removes temporary files of a crashed holder.
     *
     * @throws IllegalStateException after it ended
     * @throws OciBackendException if another backend holds it, or the disk does not allow it
     */
    synchronized void take() throws OciBackendException {
        if (ended) {
            throw new IllegalStateException("The claim on " + root + " has ended");
        }
        if (held != null && Files.exists(lockFile())) {
            return;
        }
        Attempt attempt = new Attempt("claim the directory " + root + " for writing");
        try {
            release();
            DurableFiles.createDirectories(root);
            held = claim(attempt);
            new RepositoryTree(root).sweep();
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    /** Prevents the claim from being taken again; operations in progress may continue. */
    synchronized void end() {
        ended = true;
    }

    /** Releases the claim if it is held. */
    synchronized void release() throws IOException {
        if (held != null) {
            Held claim = held;
            held = null;
            unregister(claim.realRoot());
            claim.channel().close();
        }
    }

    private Held claim(Attempt attempt) throws IOException, OciBackendException {
        Path realRoot = root.toRealPath();
        synchronized (CLAIMED_HERE) {
            if (!CLAIMED_HERE.add(realRoot)) {
                throw taken(attempt, "another backend of this server already writes to it");
            }
        }
        boolean claimed = false;
        try {
            Held claim = new Held(realRoot, lock(attempt));
            claimed = true;
            return claim;
        } finally {
            if (!claimed) {
                unregister(realRoot);
            }
        }
    }

    private FileChannel lock(Attempt attempt) throws IOException, OciBackendException {
        FileChannel channel = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = Optional.ofNullable(channel.tryLock()).isPresent();
        } catch (OverlappingFileLockException e) {
            throw taken(attempt, "another backend of this server already writes to it");
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        if (!locked) {
            throw taken(attempt, "another process already writes to it");
        }
        return channel;
    }

    private static void unregister(Path realRoot) {
        synchronized (CLAIMED_HERE) {
            CLAIMED_HERE.remove(realRoot);
        }
    }

    private static OciBackendException taken(Attempt attempt, String reason) {
        return attempt.refused(
                reason,
                "Stop it, or set registry.oci." + LayoutBackendProvider.PATH
                        + " to a separate directory for each of them.");
    }

    private Path lockFile() {
        return root.resolve(FILE);
    }

    private record Held(Path realRoot, FileChannel channel) {}
}
