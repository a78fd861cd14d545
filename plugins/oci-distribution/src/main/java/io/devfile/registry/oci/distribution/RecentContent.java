package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Content that is known to exist in the registry because it was stored or found recently. A registry may delete a blob
 * that is not referenced, but not while it is young. Used by many threads.
 */
final class RecentContent {

    private static final int MAX_COUNT = 20_000;
    private static final Duration KEPT = Duration.ofMinutes(30);

    private final Map<Key, Seen> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Seen> eldest) {
            return size() > MAX_COUNT;
        }
    };

    private record Key(RepositoryName repository, Digest digest) {}

    /** @param until by {@link System#nanoTime()} */
    private record Seen(long size, long until) {}

    synchronized void add(RemoteRepository repository, Digest digest, long size) {
        Key key = new Key(repository.remote(), digest);
        seen.remove(key);
        seen.put(key, new Seen(size, System.nanoTime() + KEPT.toNanos()));
    }

    synchronized void remove(RemoteRepository repository, Digest digest) {
        seen.remove(new Key(repository.remote(), digest));
    }

    /** The size of the existing content in bytes; empty if the content is not known. */
    synchronized OptionalLong size(RemoteRepository repository, Digest digest) {
        Seen found = seen.get(new Key(repository.remote(), digest));
        return found != null && found.until() - System.nanoTime() > 0
                ? OptionalLong.of(found.size())
                : OptionalLong.empty();
    }
}
