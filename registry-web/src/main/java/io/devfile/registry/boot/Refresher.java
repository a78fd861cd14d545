package io.devfile.registry.boot;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.read.RegistryRepositoryReader;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.publish.Publisher;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.state.CurrentState;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.StateBuilder;
import io.devfile.registry.state.StateFile;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes what the sources have now to what is served: reads, builds a whole new state, pushes its artifacts, and swaps.
 * Where a step fails, what is served stays. For one thread at a time.
 */
final class Refresher {

    private static final Logger LOG = Logger.getLogger(Refresher.class.getName());

    private final List<ConfiguredSource> sources;
    private final RegistryRepositoryReader reader;
    private final Publisher publisher;
    private final ContentStore store;
    private final StateBuilder builder;
    private final StateFile file;
    private final boolean strict;
    private final CurrentState current;
    private final RegistryStatus status;
    private final Clock clock;
    private final Map<String, SourceCatalog> delivered = new HashMap<>();
    private boolean published;

    Refresher(Parts parts, CurrentState current, RegistryStatus status, Clock clock) {
        this.sources = parts.sources();
        this.reader = parts.reader();
        this.publisher = parts.publisher();
        this.store = parts.store();
        this.builder = parts.builder();
        this.file = parts.file();
        this.strict = parts.strict();
        this.current = current;
        this.status = status;
        this.clock = clock;
    }

    /** What a refresh works with. */
    record Parts(
            List<ConfiguredSource> sources,
            RegistryRepositoryReader reader,
            Publisher publisher,
            ContentStore store,
            StateBuilder builder,
            StateFile file,
            boolean strict) {}

    /**
     * What became of a refresh.
     *
     * @param failedSources the names of those that could not deliver
     * @param complete false where new content is there and could not be published
     */
    record Outcome(Set<String> failedSources, boolean complete) {}

    /**
     * Refreshes once. Where the thread is interrupted, what has been read is not taken for what there is: reading stops
     * halfway then, and leaves out what it did not get to.
     *
     * @param due the names of the sources to ask; of the others what they delivered before is taken
     */
    Outcome refresh(Set<String> due) {
        Optional<RegistryState> before = current.get();
        Set<String> failed = new HashSet<>();
        List<SourceCatalog> catalogs = new ArrayList<>();
        for (ConfiguredSource source : sources) {
            Optional<SourceCatalog> known = Optional.ofNullable(delivered.get(source.name()))
                    .or(() -> before.flatMap(state -> state.source(source.name())));
            if (due.contains(source.name())) {
                known = ask(source, known, failed);
            }
            known.ifPresent(catalogs::add);
            if (Thread.currentThread().isInterrupted()) {
                return new Outcome(failed, false);
            }
        }
        try {
            return new Outcome(failed, take(catalogs, before));
        } catch (RuntimeException | Error e) {
            status.refreshFailed("The new content is not published because of a defect: " + e + ". See the log.");
            throw e;
        }
    }

    private Optional<SourceCatalog> ask(ConfiguredSource source, Optional<SourceCatalog> known, Set<String> failed) {
        try (Snapshot snapshot = source.fetch()) {
            String revision = snapshot.revision();
            SourceCatalog catalog = known.filter(one -> one.revision().equals(revision))
                    .orElseGet(() -> reader.read(source.name(), snapshot));
            if (Thread.currentThread().isInterrupted()) {
                return known;
            }
            delivered.put(source.name(), catalog);
            status.update(source.name(), one -> one.delivered(revision, clock.instant()));
            return Optional.of(catalog);
        } catch (SourceException e) {
            failed(source, e.getMessage(), e, failed);
        } catch (StorageException e) {
            failed(source, e.getMessage(), e, failed);
        } catch (RuntimeException | LinkageError e) {
            failed(
                    source,
                    "Tried to read the source " + source.name() + ", but it or its plugin broke: " + e,
                    e,
                    failed);
        }
        return known;
    }

    private void failed(ConfiguredSource source, String why, Throwable cause, Set<String> failed) {
        LOG.log(Level.WARNING, "Source " + source.name() + ": " + why, cause);
        failed.add(source.name());
        status.update(source.name(), one -> one.failed(why));
    }

    private boolean take(List<SourceCatalog> catalogs, Optional<RegistryState> before) {
        if (catalogs.isEmpty()) {
            status.refreshFailed("No source has delivered anything yet. See the errors of the sources.");
            return false;
        }
        boolean unchanged =
                before.filter(state -> state.sources().equals(catalogs)).isPresent();
        if (unchanged && published) {
            status.refreshed(clock.instant());
            return true;
        }
        RegistryState next = unchanged ? before.get() : builder.build(catalogs, clock.instant());
        if (strict && !unchanged && next.catalog().hasErrors()) {
            status.refreshFailed(refusal(next));
            LOG.warning(() -> refusal(next));
            return true;
        }
        try {
            // tags that it moves before it fails are not those of what is served
            published = false;
            Publisher.Result result = publisher.publish(next.catalog());
            published = true;
            LOG.info(() -> "Published " + next.catalog().entries().size() + " entries: " + result.pushed()
                    + " artifacts pushed, " + result.present() + " there already, "
                    + next.catalog().findings().size() + " findings");
        } catch (OciBackendException e) {
            LOG.log(Level.WARNING, "The new content is not published: " + e.getMessage());
            status.refreshFailed(e.getMessage());
            return false;
        }
        if (!unchanged) {
            serve(next, before);
        }
        status.refreshed(clock.instant());
        return true;
    }

    private void serve(RegistryState next, Optional<RegistryState> before) {
        current.swap(next);
        next.catalog().findings().forEach(finding -> LOG.log(level(finding), finding::toString));
        try {
            file.save(next);
            Set<Digest> wanted = new HashSet<>();
            StateFile.files(next.sources()).map(StoredFile::digest).forEach(wanted::add);
            // requests that began before the swap may still read what the state before it names
            before.ifPresent(state ->
                    StateFile.files(state.sources()).map(StoredFile::digest).forEach(wanted::add));
            store.retainOnly(wanted);
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The state could not be kept for the next start. See that the data directory has space.",
                    e);
        }
    }

    private static Level level(Finding finding) {
        return finding.severity() == Severity.ERROR ? Level.WARNING : Level.FINE;
    }

    private static String refusal(RegistryState next) {
        List<Finding> errors = next.catalog().findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        return "The new content is not published, because registry.strict is true and it has " + errors.size()
                + " errors; the first: " + errors.get(0).place() + ": "
                + errors.get(0).message();
    }
}
