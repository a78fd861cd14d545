package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.json.ManifestContent;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the referrers of a manifest: by their subject, or by a tag made of the digest. */
record Referrers(RepositoryDirectory repository, LayoutIndex index) {

    List<Descriptor> of(Digest subject) throws OciBackendException {
        SortedMap<Digest, Descriptor> found = new TreeMap<>();
        for (Descriptor manifest : index.manifests()) {
            ManifestContent content = ManifestFiles.content(repository, manifest);
            if (content.refersTo(subject)) {
                found.put(manifest.digest(), content.describe(manifest));
            }
        }
        Optional<Descriptor> attached = index.find(Tag.referringTo(subject));
        if (attached.isPresent()) {
            ManifestContent content = ManifestFiles.content(repository, attached.get());
            for (Descriptor referrer : content.attachments(attached.get())) {
                found.putIfAbsent(referrer.digest(), referrer);
            }
        }
        return List.copyOf(found.values());
    }
}
