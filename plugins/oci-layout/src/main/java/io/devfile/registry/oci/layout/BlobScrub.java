package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import io.devfile.registry.toolkit.content.DigestMismatchException;
import io.devfile.registry.toolkit.content.VerifyingInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads every blob of a repository, including manifests. Needs no lock: a blob is complete or does not exist. */
record BlobScrub(RepositoryDirectory repository) {

    private static final int BUFFER = 64 * 1024;

    /** The blobs that do not match their digest. */
    List<Damage> damaged() throws OciBackendException {
        List<Damage> found = new ArrayList<>();
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            for (Digest digest : blobs(algorithm)) {
                defect(digest).ifPresent(reason -> found.add(new Damage(repository.name(), digest, reason)));
            }
        }
        return found;
    }

    /**
     * The defect of a blob; empty if the blob is correct or does not exist.
     *
     * @throws OciBackendException if the disk cannot read it, which may be temporary
     */
    Optional<String> defect(Digest digest) throws OciBackendException {
        Path file = repository.blob(digest);
        Attempt attempt = new Attempt("verify the blob " + file);
        try (InputStream content = new VerifyingInputStream(Files.newInputStream(file), digest, Files.size(file))) {
            byte[] buffer = new byte[BUFFER];
            while (content.read(buffer) >= 0) {
                if (Thread.currentThread().isInterrupted()) {
                    throw attempt.interrupted(new InterruptedException("Interrupted while " + file + " was read"));
                }
            }
            return Optional.empty();
        } catch (DigestMismatchException e) {
            return Optional.of(e.getMessage());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    private List<Digest> blobs(DigestAlgorithm algorithm) throws OciBackendException {
        List<Digest> digests = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(repository.blobs(algorithm))) {
            for (Path file : files) {
                Digest.tryParse(algorithm.identifier() + ":" + file.getFileName())
                        .ifPresent(digests::add);
            }
            return digests;
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new Attempt("list the blobs of " + repository.path()).failed(e);
        }
    }
}
