package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the referrers of a manifest: in the registry's list of referrers, and through a tag made of the digest. */
record Referrers(Caller caller, RemoteRepository repository, Digest subject) {

    /** Without duplicates, ordered by digest. */
    List<Descriptor> find() throws OciBackendException {
        SortedMap<Digest, Descriptor> found = new TreeMap<>();
        Optional<List<Descriptor>> tracked = new Paging(caller)
                .all(ListReferrers.first(repository, subject), page -> new ListReferrers(repository, subject, page));
        tracked.orElse(List.of()).forEach(referrer -> found.put(referrer.digest(), referrer));
        attached().forEach(referrer -> found.putIfAbsent(referrer.digest(), referrer));
        return List.copyOf(found.values());
    }

    /** The referrers that the tag stands for. */
    List<Descriptor> attached() throws OciBackendException {
        PullManifest pull = new PullManifest(repository, Tag.referringTo(subject));
        Optional<Manifest> attached = caller.call(pull);
        if (attached.isEmpty()) {
            return List.of();
        }
        return ParsedManifest.of(attached.get(), pull.action())
                .attachments(attached.get().descriptor());
    }
}
