package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds what refers to a manifest: by its subject, or by a tag made of the digest. */
record Referrers(RepositoryDirectory repository, LayoutIndex index) {

    /** So many digits of a digest go into a tag. */
    private static final int TAG_DIGITS = 64;

    List<Descriptor> of(Digest subject) throws OciBackendException {
        SortedMap<Digest, Descriptor> found = new TreeMap<>();
        for (Descriptor manifest : index.manifests()) {
            ManifestContent content = ManifestFiles.content(repository, manifest);
            if (content.refersTo(subject)) {
                found.put(manifest.digest(), content.describe(manifest));
            }
        }
        Optional<Descriptor> attached = index.find(tag(subject));
        if (attached.isPresent()) {
            for (Descriptor referrer : attachments(attached.get())) {
                found.putIfAbsent(referrer.digest(), referrer);
            }
        }
        return List.copyOf(found.values());
    }

    private List<Descriptor> attachments(Descriptor attached) throws OciBackendException {
        ManifestContent content = ManifestFiles.content(repository, attached);
        return attached.mediaType().equals(MediaType.IMAGE_INDEX)
                ? content.manifests()
                : List.of(content.describe(attached));
    }

    private static Tag tag(Digest subject) {
        return new Tag(subject.algorithm().identifier() + "-" + subject.hex().substring(0, TAG_DIGITS));
    }
}
