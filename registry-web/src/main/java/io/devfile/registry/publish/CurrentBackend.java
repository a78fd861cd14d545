package io.devfile.registry.publish;

import io.devfile.registry.spi.oci.OciBackend;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The backend that artifacts are pushed to and pulled from. */
@ApplicationScoped
public class CurrentBackend {

    private final AtomicReference<Optional<OciBackend>> backend = new AtomicReference<>(Optional.empty());

    /** Empty until it is configured, and after the end. */
    public Optional<OciBackend> get() {
        return backend.get();
    }

    public void set(OciBackend configured) {
        backend.set(Optional.of(configured));
    }

    /** Takes the backend out and closes it. */
    public void close() {
        backend.getAndSet(Optional.empty()).ifPresent(OciBackend::close);
    }
}
