package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import io.devfile.registry.toolkit.json.ManifestContent;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** Blobs that no manifest of the index references, directly or indirectly, and that are older than the grace period. */
record UnreferencedBlobs(RepositoryDirectory repository, LayoutIndex index) {

    /**
     * Removes them. The caller is the only writer of the repository, and the index is on the disk.
     *
     * @throws OciBackendException if a manifest cannot be read, so that its references are unknown; nothing is removed
     */
    void remove(Instant now) throws OciBackendException {
        Set<Digest> named = named();
        Instant oldest = now.minus(BlobFiles.GRACE);
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            try {
                remove(algorithm, named, oldest);
            } catch (IOException e) {
                throw new Attempt("remove unused blobs from " + repository.path()).failed(e);
            }
        }
    }

    private void remove(DigestAlgorithm algorithm, Set<Digest> named, Instant oldest) throws IOException {
        Path blobs = repository.blobs(algorithm);
        if (!Files.isDirectory(blobs)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(blobs)) {
            for (Path file : files) {
                Optional<Digest> digest = Digest.tryParse(algorithm.identifier() + ":" + file.getFileName());
                boolean unnamed = digest.isPresent() && !named.contains(digest.get());
                if (unnamed && Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Set<Digest> named() throws OciBackendException {
        Set<Digest> named = new HashSet<>();
        Queue<Descriptor> manifests = new ArrayDeque<>(index.manifests());
        while (!manifests.isEmpty()) {
            Descriptor manifest = manifests.remove();
            if (named.add(manifest.digest())) {
                ManifestContent content = ManifestFiles.content(repository, manifest);
                content.blobs().forEach(blob -> named.add(blob.digest()));
                manifests.addAll(content.manifests());
            }
        }
        return named;
    }
}
