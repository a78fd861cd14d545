package io.devfile.registry.refresh;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.read.ReadStacks;
import io.devfile.registry.catalog.read.RegistryRepositoryReader;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.state.RegistryStatus;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Asks one source for its content, reads the content if it is new, and delivers it. Each source is followed
 * independently, so that a slow or broken source does not delay the others. A source that fails keeps its last
 * delivery, and is asked again after a short delay, which is never longer than its interval.
 */
final class SourceFollower implements Repeater.Task {

    private static final System.Logger LOG = System.getLogger(SourceFollower.class.getName());

    /**
     * The maximum part of an interval that is random, so that servers that were started together do not ask at the same
     * time.
     */
    private static final double JITTER = 0.1;

    private final ConfiguredSource source;
    private final RegistryRepositoryReader reader;
    private final LatestCatalogs latestCatalogs;
    private final RegistryStatus status;
    private final Clock clock;
    private final Runnable publishing;
    private final Backoff backoff = new Backoff();
    private final AtomicBoolean again = new AtomicBoolean();
    private ReadStacks known = new ReadStacks();
    private volatile Runnable late = () -> {};

    /** @param publishing is run each time, even if there is no new content */
    SourceFollower(
            ConfiguredSource source,
            RegistryRepositoryReader reader,
            LatestCatalogs latestCatalogs,
            RegistryStatus status,
            Clock clock,
            Runnable publishing) {
        this.source = source;
        this.reader = reader;
        this.latestCatalogs = latestCatalogs;
        this.status = status;
        this.clock = clock;
        this.publishing = publishing;
    }

    /**
     * @param action is run when content at a remote that was not available in time has become available: requests
     *     another run of this task
     */
    void onLate(Runnable action) {
        late = action;
    }

    /** Makes the next run read everything, including known content, because content that was read before is lost. */
    void forget() {
        again.set(true);
    }

    @Override
    public Optional<Duration> run() {
        boolean everything = again.getAndSet(false);
        boolean delivered = ask(everything);
        if (everything && !delivered) {
            again.set(true);
        }
        Optional<Duration> wait = wait(delivered);
        status.update(
                source.name(), one -> one.next(wait.map(clock.instant()::plus).orElse(null)));
        if (!Thread.currentThread().isInterrupted()) {
            latestCatalogs.asked(source.name());
            publishing.run();
        }
        return wait;
    }

    private Optional<Duration> wait(boolean delivered) {
        Duration interval = source.configuration().refresh();
        if (delivered) {
            backoff.succeeded();
            return interval != null ? Optional.of(shortened(interval)) : Optional.empty();
        }
        Duration retry = backoff.failed();
        return Optional.of(interval != null && interval.compareTo(retry) < 0 ? interval : retry);
    }

    private static Duration shortened(Duration interval) {
        long most = (long) (interval.toMillis() * JITTER);
        return interval.minusMillis(ThreadLocalRandom.current().nextLong(most + 1));
    }

    private boolean ask(boolean everything) {
        if (everything) {
            known = new ReadStacks();
        }
        try (Snapshot snapshot = source.fetch()) {
            String revision = snapshot.revision();
            boolean unchanged = !everything
                    && latestCatalogs
                            .of(source.name())
                            .filter(one -> one.revision().equals(revision) && reader.isCurrent(one, late))
                            .isPresent();
            if (!unchanged) {
                requireStacks(snapshot);
                if (!read(snapshot)) {
                    return false;
                }
            }
            latestCatalogs.answered(source.name());
            status.update(source.name(), one -> one.delivered(revision, clock.instant()));
            return true;
        } catch (SourceException | StorageException e) {
            // the message is complete; a stack trace for each attempt would fill the log
            failed(e.getMessage(), Level.DEBUG, e);
        } catch (RuntimeException | Error e) {
            failed(
                    "Tried to read the source " + source.name() + ", but the source or its plugin failed: " + e,
                    Level.WARNING,
                    e);
        }
        return false;
    }

    /** Refuses a tree without any of these, because all stacks would seem to be removed. */
    private void requireStacks(Snapshot snapshot) throws SourceException {
        boolean found = Stream.of("stacks", "samples", "extraDevfileEntries.yaml")
                .anyMatch(name -> Files.exists(snapshot.root().resolve(name)));
        if (!found) {
            throw new SourceException(
                    "read the source " + source.name() + " in " + source.location(),
                    "it has neither stacks/ nor samples/ nor extraDevfileEntries.yaml",
                    "Point the source at a directory that has one of them, for example with its setting subdir"
                            + " or path.");
        }
    }

    /** An interrupt ends a read halfway; the incomplete result must not be used. */
    private boolean read(Snapshot snapshot) {
        return latestCatalogs.reading(() -> {
            SourceCatalog catalog = reader.read(source.name(), snapshot, known, late);
            boolean whole = !Thread.currentThread().isInterrupted();
            if (whole) {
                latestCatalogs.deliver(catalog);
            }
            return whole;
        });
    }

    private void failed(String why, Level trace, Throwable cause) {
        LOG.log(Level.WARNING, "Source " + source.name() + ": " + why);
        LOG.log(trace, "Stack trace of the failed source", cause);
        status.update(source.name(), one -> one.failed(why));
    }
}
