package io.devfile.registry.refresh;

import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.measure.Measurements;
import io.devfile.registry.publish.Publisher;
import io.devfile.registry.publish.Retention;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.StateBuilder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the content that the sources have delivered: builds a complete new state, pushes its artifacts, and serves
 * it. If a step fails, the previous state is still served, and the step is repeated.
 */
final class Publishing implements Repeater.Task {

    /** How long a start waits for slow sources; their content is published later. */
    static final Duration TIMEOUT = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(Publishing.class.getName());

    private final LatestCatalogs latestCatalogs;
    private final StateBuilder builder;
    private final boolean strict;
    private final Publisher publisher;
    private final Retention retention;
    private final Serving serving;
    private final RegistryStatus status;
    private final Clock clock;
    private final Instant begun;
    private final Backoff backoff = new Backoff();
    private final AtomicBoolean invalidated = new AtomicBoolean();
    private @Nullable Set<String> publishedOf;
    private Set<String> answered = Set.of();

    /** @param strict whether content with an error is refused as a whole */
    Publishing(
            LatestCatalogs latestCatalogs, StateBuilder builder, boolean strict, Target target, RegistryStatus status) {
        this.latestCatalogs = latestCatalogs;
        this.builder = builder;
        this.strict = strict;
        this.publisher = target.publisher();
        this.retention = target.retention();
        this.serving = target.serving();
        this.status = status;
        this.clock = target.clock();
        this.begun = clock.instant();
    }

    /** The objects that a new state is passed to. */
    record Target(Publisher publisher, Retention retention, Serving serving, Clock clock) {}

    /** Makes the next run check every artifact in the backend again. */
    void invalidate() {
        invalidated.set(true);
    }

    @Override
    public Optional<Duration> run() {
        long started = System.nanoTime();
        try {
            return refresh();
        } finally {
            Measurements.refresh(status.refreshFailure().isEmpty(), started);
        }
    }

    private Optional<Duration> refresh() {
        if (invalidated.getAndSet(false)) {
            publishedOf = null;
            publisher.forget();
        }
        Optional<RegistryState> before = serving.current();
        // read first: the content of a source that answers in between may not be in the catalogs yet
        answered = latestCatalogs.answered();
        List<SourceCatalog> delivered = latestCatalogs.all();
        boolean unchanged =
                before.filter(state -> state.sources().equals(delivered)).isPresent();
        Duration timeout = Duration.between(clock.instant(), begun.plus(TIMEOUT));
        if (!unchanged && !latestCatalogs.allAsked() && timeout.toMillis() > 0) {
            return Optional.of(timeout);
        }
        try {
            Optional<Duration> more = builder.prepare(delivered);
            if (unchanged ? keep(before.orElseThrow()) : take(delivered, before.orElse(null))) {
                backoff.succeeded();
                return Stream.concat(more.stream(), builder.complete(delivered).stream())
                        .min(Comparator.naturalOrder());
            }
            return Optional.of(backoff.failed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(backoff.failed());
        } catch (RuntimeException | Error e) {
            status.refreshFailed("The new content is not published because of a defect: " + e + ". See the log.");
            throw e;
        }
    }

    /** @return false if not everything that is served could be published */
    private boolean keep(RegistryState state) {
        // content from an earlier run is published again after its source has delivered in this run
        boolean published = answered.equals(publishedOf);
        if (!published && !publish(state)) {
            return false;
        }
        if (!builder.isComplete(state)) {
            serving.serve(builder.build(state.sources(), clock.instant()), state);
        }
        status.refreshed(clock.instant());
        return true;
    }

    /** @return false if there is something to publish that could not be published */
    private boolean take(List<SourceCatalog> catalogs, @Nullable RegistryState before) {
        if (catalogs.isEmpty()) {
            status.refreshFailed("No source has delivered anything yet. See the errors of the sources.");
            return true;
        }
        RegistryState next = builder.build(catalogs, clock.instant());
        if (strict && next.catalog().hasErrors()) {
            status.refreshFailed(refusal(next));
            LOG.log(Level.WARNING, () -> refusal(next));
            return true;
        }
        if (!publish(next)) {
            return false;
        }
        serving.serve(next, before);
        status.refreshed(clock.instant());
        return true;
    }

    private boolean publish(RegistryState next) {
        try {
            // if publishing fails, tags that were already moved do not match the served state
            publishedOf = null;
            Publisher.Result result = publisher.publish(next.catalog(), answered);
            publishedOf = answered;
            LOG.log(
                    Level.INFO,
                    () -> "Published " + next.catalog().entries().size() + " entries: " + result.pushed()
                            + " artifacts pushed, " + result.present() + " there already, "
                            + next.catalog().findings().size() + " findings");
            remember(result, latestCatalogs.areAll(answered));
            return true;
        } catch (OciBackendException e) {
            LOG.log(Level.WARNING, "The new content is not published: " + e.getMessage());
            status.refreshFailed(e.getMessage());
            return false;
        }
    }

    private void remember(Publisher.Result result, boolean complete) {
        try {
            retention.published(result, complete, clock.instant());
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The published artifacts could not be recorded, so they may stay in the backend"
                            + " permanently. Check that the data"
                            + " directory has free space.",
                    e);
        }
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
