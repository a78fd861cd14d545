package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.json.ImageIndexJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The referrers of a manifest: from the referrers API of the registry, and from the image index of the referrers tag,
 * which is maintained here if the registry maintains no list. One thread at a time changes such an index. If several
 * replicas change it at once, one may overwrite the changes of another; the specification permits this.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema">Referrers
 *     tag schema</a>
 */
record ReferrersTag(RegistryClient client, ReentrantLock lock) {

    ReferrersTag(RegistryClient client) {
        this(client, new ReentrantLock());
    }

    /** All referrers, without duplicates, ordered by digest. */
    List<Descriptor> find(RemoteRepository repository, Digest subject) throws OciBackendException {
        SortedMap<Digest, Descriptor> found = tagged(repository, subject);
        Listing.referrers(repository, subject)
                .read(client)
                .orElse(List.of())
                .forEach(referrer -> found.put(referrer.digest(), referrer));
        return List.copyOf(found.values());
    }

    void add(RemoteRepository repository, Digest subject, Descriptor referrer) throws OciBackendException {
        change(repository, subject, referrers -> referrers.put(referrer.digest(), referrer));
    }

    void remove(RemoteRepository repository, Digest subject, Digest referrer) throws OciBackendException {
        change(repository, subject, referrers -> referrers.remove(referrer));
    }

    /** The referrers that the tag stands for. */
    private SortedMap<Digest, Descriptor> tagged(RemoteRepository repository, Digest subject)
            throws OciBackendException {
        SortedMap<Digest, Descriptor> tagged = new TreeMap<>();
        PullManifest pull = new PullManifest(repository, Tag.referringTo(subject));
        Optional<Manifest> index = client.call(pull);
        if (index.isPresent()) {
            RegistryWriter.parse(index.get(), pull.action())
                    .attachments(index.get().descriptor())
                    .forEach(referrer -> tagged.put(referrer.digest(), referrer));
        }
        return tagged;
    }

    private void change(RemoteRepository repository, Digest subject, Consumer<SortedMap<Digest, Descriptor>> edit)
            throws OciBackendException {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw RegistryClient.failure(
                    "update the list of referrers of " + subject + " of " + repository,
                    CallFailedException.interrupted(e));
        }
        try {
            SortedMap<Digest, Descriptor> referrers = tagged(repository, subject);
            SortedMap<Digest, Descriptor> edited = new TreeMap<>(referrers);
            edit.accept(edited);
            if (!edited.equals(referrers)) {
                write(repository, subject, List.copyOf(edited.values()));
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(RemoteRepository repository, Digest subject, List<Descriptor> referrers)
            throws OciBackendException {
        try {
            push(repository, subject, referrers);
        } catch (MissingContentException e) {
            push(repository, subject, present(repository, referrers));
        }
    }

    private void push(RemoteRepository repository, Digest subject, List<Descriptor> referrers)
            throws OciBackendException {
        Manifest index = Manifest.of(MediaType.IMAGE_INDEX, ImageIndexJson.format(referrers));
        client.call(new PushManifest(repository, index, Tag.referringTo(subject)));
    }

    /** The referrers that still exist. */
    private List<Descriptor> present(RemoteRepository repository, List<Descriptor> referrers)
            throws OciBackendException {
        List<Descriptor> present = new ArrayList<>();
        for (Descriptor referrer : referrers) {
            if (client.call(new ResolveManifest(repository, referrer.digest())).isPresent()) {
                present.add(referrer);
            }
        }
        return present;
    }
}
