package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.toolkit.file.DurableFiles;
import io.devfile.registry.toolkit.json.MalformedJson;
import io.devfile.registry.toolkit.json.ManifestContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The manifests among the blobs: read completely and always verified. */
final class ManifestFiles {

    private static final String FIX = "Delete the file; the next refresh restores content that is still in use.";

    private ManifestFiles() {}

    static Manifest read(RepositoryDirectory repository, Descriptor descriptor) throws OciBackendException {
        Digest digest = descriptor.digest();
        Path file = repository.blob(digest);
        Attempt attempt = new Attempt("read the manifest " + digest + " of " + repository.name() + " in " + file);
        try {
            byte[] bytes = BoundedFile.read(file, Manifest.MAX_SIZE);
            Manifest manifest = Manifest.of(descriptor.mediaType(), bytes, digest.algorithm());
            if (!manifest.digest().equals(digest)) {
                throw attempt.mismatch("its content has the digest " + manifest.digest(), FIX);
            }
            return manifest;
        } catch (NoSuchFileException e) {
            throw attempt.missing(
                    "its file does not exist, although the index lists it", "The next refresh restores it.");
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    static ManifestContent content(RepositoryDirectory repository, Descriptor descriptor) throws OciBackendException {
        return content(
                read(repository, descriptor),
                new Attempt("parse the manifest " + descriptor.digest() + " of " + repository.name()));
    }

    static ManifestContent content(Manifest manifest, Attempt attempt) throws OciBackendException {
        try {
            return ManifestContent.of(manifest);
        } catch (MalformedJson e) {
            throw new OciBackendException(
                    attempt.what(), e.getMessage(), "Write it as defined in the OCI image specification.", e);
        }
    }

    /**
     * Writes a manifest, unless the same bytes already exist.
     *
     * @throws io.devfile.registry.spi.oci.MissingContentException if content that it names does not exist
     */
    static void store(RepositoryDirectory repository, Manifest manifest, Attempt attempt) throws OciBackendException {
        ManifestContent content = content(manifest, attempt);
        for (Descriptor part : content.blobs()) {
            require(repository, part, attempt);
        }
        for (Descriptor part : content.manifests()) {
            require(repository, part, attempt);
        }
        Path file = repository.blob(manifest.digest());
        try {
            DurableFiles.createDirectories(file.getParent());
            if (!isThere(file, manifest)) {
                DurableFiles.write(file, manifest.bytes());
            }
        } catch (IOException e) {
            throw attempt.failed(e);
        }
    }

    private static void require(RepositoryDirectory repository, Descriptor part, Attempt attempt)
            throws OciBackendException {
        Optional<LayoutBlob> blob = BlobFiles.find(repository, part.digest());
        if (blob.isEmpty()) {
            throw attempt.missing(
                    "it refers to " + part.digest() + ", which does not exist", "Store that content first.");
        }
        if (blob.get().size() != part.size()) {
            throw attempt.missing(
                    "it refers to " + part.digest() + ", which is stored with "
                            + blob.get().size() + " bytes instead of " + part.size(),
                    "Store that content again.");
        }
    }

    private static boolean isThere(Path file, Manifest manifest) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == manifest.size()
                && Arrays.equals(Files.readAllBytes(file), manifest.bytes());
    }
}
