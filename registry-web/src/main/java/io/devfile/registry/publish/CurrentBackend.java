package io.devfile.registry.publish;

import io.devfile.registry.spi.oci.OciBackend;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The backend that artifacts are pushed to and pulled from. */
@ApplicationScoped
public class CurrentBackend {

    private final AtomicReference<Optional<OciBackend>> backend = new AtomicReference<>(Optional.empty());

    private final AtomicReference<Runnable> suspicion = new AtomicReference<>(() -> {});

    /** Empty until it is configured, and after the end. */
    public Optional<OciBackend> get() {
        return backend.get();
    }

    public void set(OciBackend configured) {
        backend.set(Optional.of(configured));
    }

    /** Takes note of what to do where somebody has reason to believe that the backend's content is damaged. */
    public void onSuspicion(Runnable action) {
        suspicion.set(action);
    }

    /** Has the content looked at, soon. */
    public void suspect() {
        suspicion.get().run();
    }

    /** Takes the backend out and closes it. */
    public void close() {
        backend.getAndSet(Optional.empty()).ifPresent(OciBackend::close);
    }
}
