package io.devfile.registry.publish;

import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The backend to which artifacts are pushed and from which they are pulled, and whether it answers. Requests read from
 * it through {@link #read}, so that a backend that hangs blocks only a limited number of them. Thread-safe.
 */
public final class RegistryBackend {

    /**
     * If the backend has not answered its probe after this time, it hangs; nothing is read from it until it answers
     * again.
     */
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

    /** A probe that fails after this time counts as not answered, instead of refused. */
    private static final Duration SLOW_FAILURE = Duration.ofSeconds(2);

    /** Fewer than the threads of the server, so that the other threads can serve requests that need no backend. */
    private static final int READS_AT_A_TIME = 32;

    private static final Duration WAIT_TO_READ = Duration.ofMillis(250);

    private final AtomicReference<@Nullable OciBackend> backend = new AtomicReference<>();
    private final AtomicReference<Runnable> damage = new AtomicReference<>(() -> {});
    private final AtomicReference<Runnable> loss = new AtomicReference<>(() -> {});
    private final Semaphore reads = new Semaphore(READS_AT_A_TIME);
    private volatile @Nullable String failure;
    private volatile long probeBegan;
    private volatile boolean hung;

    /** Reads something from the backend. */
    @FunctionalInterface
    public interface Read<T> {
        T from(OciBackend backend) throws OciBackendException;
    }

    /** Empty until the backend is configured, and after it is closed. */
    public Optional<OciBackend> get() {
        return Optional.ofNullable(backend.get());
    }

    public void set(OciBackend configured) {
        backend.set(configured);
    }

    /**
     * Reads from the backend for a request.
     *
     * @throws OciBackendException if reading fails, or at once if the backend hangs or has too much to do
     * @throws IllegalStateException if there is no backend
     */
    public <T> T read(Read<T> read) throws OciBackendException {
        OciBackend configured = get().orElseThrow(() -> new IllegalStateException("There is no backend yet"));
        if (hangs()) {
            throw new OciBackendException(
                    "read from " + configured.location(),
                    "it does not respond",
                    "The registry probes it again every few seconds.");
        }
        if (!acquire()) {
            throw new OciBackendException(
                    "read from " + configured.location(),
                    READS_AT_A_TIME + " requests are already waiting for it",
                    "Ask again later.");
        }
        try {
            return read.from(configured);
        } finally {
            reads.release();
        }
    }

    private boolean acquire() {
        try {
            return reads.tryAcquire(WAIT_TO_READ.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Probes the backend; other threads see the result in {@link #failure}. For one thread at a time. */
    public void probe() {
        OciBackend configured = backend.get();
        if (configured == null) {
            return;
        }
        // never zero, because zero means that no probe is running
        long began = System.nanoTime() | 1;
        probeBegan = began;
        boolean failed = true;
        try {
            configured.probe();
            failure = null;
            failed = false;
        } catch (OciBackendException e) {
            failure = e.getMessage();
        } catch (RuntimeException e) {
            failure = "The backend failed: " + e;
        } finally {
            hung = failed && isOver(SLOW_FAILURE, began);
            probeBegan = 0;
        }
    }

    /** Why the last probe of the backend failed; empty while it works. */
    public Optional<String> failure() {
        return hangs()
                ? Optional.of(Objects.requireNonNullElse(failure, "The backend does not respond."))
                : Optional.ofNullable(failure);
    }

    /** Whether there is a backend that answered its last probe. */
    public boolean works() {
        return get().isPresent() && failure().isEmpty();
    }

    private boolean hangs() {
        long began = probeBegan;
        return hung || began != 0 && isOver(PROBE_TIMEOUT, began);
    }

    private static boolean isOver(Duration limit, long began) {
        return System.nanoTime() - began > limit.toNanos();
    }

    /**
     * Sets the actions to run if a request finds damage.
     *
     * @param onDamage is run if the content of the backend may be damaged
     * @param onLoss is run if something that was published is missing in the backend
     */
    public void onSuspicion(Runnable onDamage, Runnable onLoss) {
        damage.set(onDamage);
        loss.set(onLoss);
    }

    /** Requests a verification of the content. */
    public void suspectDamage() {
        damage.get().run();
    }

    /** Requests an immediate push of all missing content. */
    public void suspectLoss() {
        loss.get().run();
    }

    /** Removes the backend and closes it. */
    public void close() {
        OciBackend removed = backend.getAndSet(null);
        if (removed != null) {
            removed.close();
        }
    }
}
