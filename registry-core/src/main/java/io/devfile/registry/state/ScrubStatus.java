package io.devfile.registry.state;

import io.devfile.registry.spi.oci.Damage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of verifying all content of the backend.
 *
 * @param damages the damaged content that was found and removed
 * @param failure why the verification could not be completed; null if it was
 */
public record ScrubStatus(
        Instant at, List<Damage> damages, @Nullable String failure) {

    public ScrubStatus {
        damages = List.copyOf(damages);
    }
}
