package io.devfile.registry.publish;

import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Removes an artifact and everything attached to it from the backend, unless it also has a tag of another publisher.
 */
record Removal(OciBackend backend, Publication publication) {

    /** The prefix of the tags by which some tools attach signatures to a digest. */
    private static String attachmentPrefix(Digest digest) {
        return digest.algorithm().identifier() + "-" + digest.hex();
    }

    void run() throws OciBackendException {
        if (isTaggedByOthers()) {
            if (pointsToIt(publication.tag())) {
                backend.deleteTag(repository(), publication.tag());
            }
            return;
        }
        for (Descriptor referrer : backend.referrers(repository(), publication.digest())) {
            backend.deleteManifest(repository(), referrer.digest());
        }
        for (Tag tag : tags()) {
            if (isAttachment(tag)) {
                Optional<Descriptor> attached = backend.resolve(repository(), tag);
                if (attached.isPresent()) {
                    backend.deleteManifest(repository(), attached.get().digest());
                }
            }
        }
        // some registries delete a manifest when its last tag moves, but not its attachments
        if (backend.resolve(repository(), publication.digest()).isPresent()) {
            backend.deleteManifest(repository(), publication.digest());
        }
    }

    private boolean isTaggedByOthers() throws OciBackendException {
        for (Tag tag : tags()) {
            if (!tag.equals(publication.tag()) && pointsToIt(tag)) {
                return true;
            }
        }
        return false;
    }

    /** For example {@code sha256-<hex>} and {@code sha256-<hex>.sig}. */
    private boolean isAttachment(Tag tag) {
        String prefix = attachmentPrefix(publication.digest());
        return tag.value().equals(prefix) || tag.value().startsWith(prefix + ".");
    }

    private boolean pointsToIt(Tag tag) throws OciBackendException {
        return backend.resolve(repository(), tag)
                .filter(found -> found.digest().equals(publication.digest()))
                .isPresent();
    }

    private SortedSet<Tag> tags() throws OciBackendException {
        return backend.tags(repository()).orElse(Collections.emptySortedSet());
    }

    private RepositoryName repository() {
        return publication.repository();
    }
}
