package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.content.DigestMismatchException;
import io.devfile.registry.toolkit.content.IncomingContent;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The files below {@code blobs}, each named after its digest. */
final class BlobFiles {

    /** How long an unreferenced blob is kept, because a writer may be about to reference it. */
    static final Duration GRACE = Duration.ofDays(1);

    private static final Duration RENEWAL = Duration.ofHours(1);

    private BlobFiles() {}

    static Optional<LayoutBlob> find(RepositoryDirectory repository, Digest digest) throws OciBackendException {
        Path file = repository.blob(digest);
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    ? Optional.of(new LayoutBlob(file, digest, attributes.size()))
                    : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new Attempt("look for the blob " + digest + " of " + repository.name()).failed(e);
        }
    }

    /**
     * Returns whether a blob exists with the given size. If it does, its grace period starts again. The caller is the
     * only writer of the repository, so the blob is not being deleted at the same time.
     */
    static boolean renew(RepositoryDirectory repository, Digest digest, long size) throws OciBackendException {
        Optional<LayoutBlob> blob = find(repository, digest).filter(found -> found.size() == size);
        if (blob.isPresent()) {
            try {
                Path file = blob.get().file();
                Instant now = Instant.now();
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(RENEWAL))) {
                    Files.setLastModifiedTime(file, FileTime.from(now));
                }
            } catch (IOException e) {
                throw new Attempt("renew the blob " + digest + " of " + repository.name()).failed(e);
            }
        }
        return blob.isPresent();
    }

    /** Stores content under its digest, and replaces existing content. */
    static void store(RepositoryDirectory repository, IncomingContent content, Attempt attempt)
            throws OciBackendException {
        Path file = repository.blob(content.digest());
        try {
            DurableFiles.createDirectories(file.getParent());
            DurableFiles.write(file, content::copyTo);
        } catch (DigestMismatchException e) {
            throw attempt.mismatch(e.getMessage(), "Check that the content does not change while it is stored.");
        } catch (IncomingContent.ReadFailure e) {
            throw attempt.unreadable(e.failure());
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }
}
