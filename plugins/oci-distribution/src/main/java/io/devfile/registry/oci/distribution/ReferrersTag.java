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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Maintains the list of referrers of a manifest if the registry does not: in an image index with a tag made of the
 * digest. One thread at a time changes such an index. If several replicas change it at once, one may overwrite the
 * changes of another; the specification permits this.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema">Referrers
 *     tag schema</a>
 */
record ReferrersTag(Caller caller, ReentrantLock lock) {

    ReferrersTag(Caller caller) {
        this(caller, new ReentrantLock());
    }

    void add(RemoteRepository repository, Digest subject, Descriptor referrer) throws OciBackendException {
        change(repository, subject, referrers -> referrers.put(referrer.digest(), referrer));
    }

    void remove(RemoteRepository repository, Digest subject, Digest referrer) throws OciBackendException {
        change(repository, subject, referrers -> referrers.remove(referrer));
    }

    private interface Edit {
        void apply(SortedMap<Digest, Descriptor> referrers);
    }

    private void change(RemoteRepository repository, Digest subject, Edit edit) throws OciBackendException {
        String action = "update the list of referrers of " + subject + " of " + repository;
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException e) {
            throw Retries.failure(action, CallFailedException.interrupted(e));
        }
        try {
            SortedMap<Digest, Descriptor> referrers = new TreeMap<>();
            new Referrers(caller, repository, subject)
                    .attached()
                    .forEach(referrer -> referrers.put(referrer.digest(), referrer));
            SortedMap<Digest, Descriptor> edited = new TreeMap<>(referrers);
            edit.apply(edited);
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
        caller.call(new PushManifest(repository, index, Tag.referringTo(subject)));
    }

    /** The referrers that still exist. */
    private List<Descriptor> present(RemoteRepository repository, List<Descriptor> referrers)
            throws OciBackendException {
        List<Descriptor> present = new ArrayList<>();
        for (Descriptor referrer : referrers) {
            if (caller.call(new ResolveManifest(repository, referrer.digest())).isPresent()) {
                present.add(referrer);
            }
        }
        return present;
    }
}
