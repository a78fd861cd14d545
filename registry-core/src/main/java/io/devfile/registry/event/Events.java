package io.devfile.registry.event;

import io.devfile.registry.change.Change;
import io.devfile.registry.measure.Measurements;
import io.devfile.registry.settings.EventConfiguration;
import io.prometheus.metrics.core.metrics.Counter;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends events one after the other, in the background. Whoever reports an event never waits: if the receiver is slow or
 * away, up to {@value #QUEUED} events wait for it, and further ones are dropped. Events are lost if the registry stops;
 * who must not miss a change follows the log of changes. Thread-safe.
 */
public final class Events implements AutoCloseable {

    static final int QUEUED = 10_000;

    /** Of the waiting events: the others are for changes, of which there are fewer. */
    private static final int MAX_USES = QUEUED / 2;

    private static final System.Logger LOG = System.getLogger(Events.class.getName());

    private static final Counter EVENTS = Counter.builder()
            .name("registry_events_total")
            .help("Events for another service, by what happened to them")
            .labelNames("outcome")
            .register(Measurements.registry());

    private static final int ATTEMPTS = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration TIME_TO_END = Duration.ofSeconds(2);

    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUED);
    private final Clock clock;
    private final Duration firstPause;
    private final Delivery delivery;
    private final String receiver;
    private final Thread thread;
    private volatile boolean closing;

    /** Whether the last attempt failed; of the thread. */
    private boolean failing;

    public Events(EventConfiguration configuration, Clock clock) {
        this(configuration, clock, Duration.ofSeconds(1));
    }

    /** @param firstPause the time after the first failed attempt; it doubles after each further one */
    Events(EventConfiguration configuration, Clock clock, Duration firstPause) {
        this.clock = clock;
        this.firstPause = firstPause;
        this.delivery = new Delivery(configuration, clock);
        this.receiver = configuration.url().getRawAuthority();
        this.thread = new Thread(this::run, "registry-events");
        thread.setDaemon(true);
        thread.start();
    }

    /** Reports that versions were added, changed or removed. */
    public void changed(List<Change> changes) {
        changes.forEach(change -> add(Event.of(change)));
    }

    /**
     * Reports that a client used the registry.
     *
     * @param use what it did: {@code list}, {@code view}, {@code download} or {@code starter-project}
     * @param data text about it and about the client: {@code name}, {@code version}, {@code client} and so on
     */
    public void used(String use, Map<String, String> data) {
        if (queue.size() < MAX_USES) {
            add(Event.of(use, clock.instant(), data));
        } else {
            EVENTS.labelValues("dropped").inc();
        }
    }

    private void add(Event event) {
        if (!queue.offer(event)) {
            EVENTS.labelValues("dropped").inc();
        }
    }

    private void run() {
        try {
            while (!closing || !queue.isEmpty()) {
                Event next = queue.poll(TIME_TO_END.toMillis() / 4, TimeUnit.MILLISECONDS);
                if (next != null) {
                    deliverSafely(next);
                }
            }
        } catch (InterruptedException endOfTheRegistry) {
            Thread.currentThread().interrupt();
        } finally {
            delivery.close();
        }
    }

    /** A defect with one event must not end the delivery of the others. */
    private void deliverSafely(Event event) throws InterruptedException {
        try {
            deliver(event);
        } catch (RuntimeException | Error e) {
            EVENTS.labelValues("failed").inc();
            LOG.log(Level.ERROR, "The event " + event.type() + " could not be sent because of a defect.", e);
        }
    }

    private void deliver(Event event) throws InterruptedException {
        Duration pause = firstPause;
        for (int attempt = 1; ; attempt++) {
            Delivery.Result result = delivery.send(event);
            if (result.problem() == null) {
                EVENTS.labelValues("sent").inc();
                failing = false;
                return;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            boolean last = !result.temporary() || attempt == ATTEMPTS;
            if (!failing) {
                failing = true;
                LOG.log(
                        Level.WARNING,
                        () -> "Tried to send the event " + event.type() + " about '" + event.subject() + "' to "
                                + receiver + ", but failed because: " + result.problem()
                                + (last ? ". It is not sent again." : ". It is tried again.")
                                + " Check the receiver and registry.events.url. Further failures are only counted, in"
                                + " registry_events_total.");
            }
            if (last) {
                EVENTS.labelValues("failed").inc();
                return;
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Sends what is waiting for a short time, and ends. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(TIME_TO_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
