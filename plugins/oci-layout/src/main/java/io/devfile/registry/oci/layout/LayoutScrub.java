package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.json.MalformedJson;
import io.devfile.registry.toolkit.json.ManifestContent;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes damaged blobs from a repository, and manifests that are damaged or incomplete from its index, together with
 * their tags. The caller is the only writer of the repository.
 */
record LayoutScrub(RepositoryDirectory repository, IndexFiles indexes) {

    /**
     * @param suspects blobs that were found to be damaged; they are checked again, because they may have been repaired
     * @return the content that was removed
     */
    List<Damage> clean(List<Damage> suspects) throws OciBackendException {
        List<Damage> gone = new ArrayList<>();
        BlobScrub blobs = new BlobScrub(repository);
        for (Damage suspect : suspects) {
            if (blobs.defect(suspect.digest()).isPresent()) {
                delete(suspect.digest());
                gone.add(suspect);
            }
        }
        LayoutIndex index = indexes.read(repository);
        LayoutIndex whole = index;
        for (Descriptor manifest : index.manifests()) {
            Optional<String> lack = lack(manifest);
            if (lack.isPresent()) {
                whole = whole.without(manifest.digest());
                gone.add(new Damage(repository.name(), manifest.digest(), lack.get()));
            }
        }
        if (!whole.equals(index)) {
            indexes.write(repository, whole);
        }
        return gone;
    }

    private void delete(Digest digest) throws OciBackendException {
        try {
            Files.deleteIfExists(repository.blob(digest));
        } catch (IOException e) {
            throw new Attempt("remove the damaged blob " + digest + " of " + repository.name()).failed(e);
        }
    }

    /** The reason why a manifest cannot be pulled completely. A manifest of an unknown form counts as complete. */
    private Optional<String> lack(Descriptor manifest) throws OciBackendException {
        try {
            ManifestContent content = ManifestContent.of(ManifestFiles.read(repository, manifest));
            for (Descriptor blob : content.blobs()) {
                Optional<LayoutBlob> found = BlobFiles.find(repository, blob.digest());
                if (found.filter(one -> one.size() == blob.size()).isEmpty()) {
                    return Optional.of("its blob " + blob.digest() + " is missing or has the wrong size");
                }
            }
            return Optional.empty();
        } catch (ContentMismatchException | MissingContentException e) {
            return Optional.of(e.reason());
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }
}
