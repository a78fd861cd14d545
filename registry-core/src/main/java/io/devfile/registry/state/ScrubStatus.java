package io.devfile.registry.state;

import io.devfile.registry.spi.oci.Damage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The result of verifying all content of the backend.
 *
 * @param damages the damaged content that was found and removed
 * @param failure why the verification could not be completed
 */
public record ScrubStatus(Instant at, List<Damage> damages, Optional<String> failure) {

    public ScrubStatus {
        damages = List.copyOf(damages);
    }
}
