package io.devfile.registry.sample;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Place;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.read.RemoteSampleReader;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.remote.ContentLock;
import io.devfile.registry.remote.RemoteCache;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteOutcome;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.remote.TreeAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The devfiles of samples at remotes, which are requested in the background: once an hour, and ten minutes after a
 * failure. After a failure, the previous devfile is kept. For one thread at a time.
 */
public final class SampleCache implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(10);

    private static final int THREADS = 6;
    private static final int THREADS_PER_HOST = 2;

    /** More than a fetch of a tree takes, which has a time limit of its own. */
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private final RemoteCache<TreeAddress, RemoteSample> remote;

    /**
     * @param trees closed by the caller
     * @param lock held while content is stored
     */
    public SampleCache(RemoteTrees trees, RemoteSampleReader reader, ContentLock lock, Clock clock) {
        this.remote = new RemoteCache<>(
                new RemoteSamples(trees, reader),
                null,
                lock,
                new RemoteCache.Limits("samples", THREADS, THREADS_PER_HOST, TIMEOUT, Long.MAX_VALUE),
                clock);
    }

    /**
     * Starts to fetch the samples of a catalog that are due.
     *
     * @return the delay until the next call: short while a fetch is in progress, otherwise longer, to check for
     *     changes; empty if there is nothing to fetch
     */
    public Optional<Duration> fetch(Catalog catalog) {
        Set<TreeAddress> addresses = addresses(catalog);
        addresses.forEach(remote::find);
        return addresses.isEmpty() ? Optional.empty() : Optional.of(remote.isBusy() ? SOON : NOW_AND_THEN);
    }

    /** The available samples of a catalog. */
    public Samples read(Catalog catalog) {
        Map<String, VersionContent> contents = new HashMap<>();
        Map<String, SampleFailure> failures = new HashMap<>();
        Set<String> pending = new HashSet<>();
        List<Finding> findings = new ArrayList<>();
        places(catalog).forEach(place -> {
            String key = Samples.key(place.name(), place.version());
            RemoteOutcome<RemoteSample> known = known(place);
            RemoteSample sample = known.value();
            VersionContent content = sample != null ? sample.content() : null;
            SampleFailure problem = sample != null ? sample.problem() : null;
            SampleFailure failure = known.failure() != null ? SampleFailure.of(known.failure()) : problem;
            if (content != null) {
                contents.put(key, content);
            }
            if (failure != null) {
                if (content == null) {
                    failures.put(key, failure);
                }
                if (failure.kind() != RemoteException.Kind.OFFLINE) {
                    findings.add(finding(place, content != null, failure));
                }
            }
            if (content == null && failure == null) {
                pending.add(key);
            }
        });
        return new Samples(contents, failures, pending, findings);
    }

    private static Finding finding(SamplePlace place, boolean kept, SampleFailure why) {
        String version = place.version().isEmpty() ? "" : " " + place.version();
        return new Finding(
                Severity.WARNING,
                Rule.SAMPLE_CONTENT,
                new Place(place.source(), "extraDevfileEntries.yaml", "", Position.UNKNOWN),
                "The devfile of the sample " + place.name() + version + " cannot be read. " + why.message()
                        + (kept ? " The previous devfile is still served." : ""));
    }

    private RemoteOutcome<RemoteSample> known(SamplePlace place) {
        try {
            return remote.known(TreeAddress.of(place.origin(), place.origin().subDir()));
        } catch (RemoteException e) {
            return new RemoteOutcome<>(null, e);
        }
    }

    private static Set<TreeAddress> addresses(Catalog catalog) {
        Set<TreeAddress> addresses = new HashSet<>();
        places(catalog).forEach(place -> {
            try {
                addresses.add(TreeAddress.of(place.origin(), place.origin().subDir()));
            } catch (RemoteException e) {
                // reported by a separate finding
            }
        });
        return addresses;
    }

    private static Stream<SamplePlace> places(Catalog catalog) {
        return catalog.entries().stream().flatMap(entry -> SamplePlace.of(entry).stream());
    }

    /** Removes the samples that none of these catalogs name. */
    public void retain(List<Catalog> catalogs) {
        Set<TreeAddress> named = new HashSet<>();
        catalogs.forEach(catalog -> named.addAll(addresses(catalog)));
        remote.retain(named);
    }

    /** The content that must not be removed, although no state names it. */
    public Stream<StoredFile> content() {
        return remote.values()
                .flatMap(sample -> Stream.ofNullable(sample.content()))
                .flatMap(VersionContent::stored);
    }

    /** Stops fetches in progress. */
    @Override
    public void close() {
        remote.close();
    }
}
