package io.devfile.registry.state;

import io.devfile.registry.spi.oci.Damage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of verifying all that the backend keeps.
 *
 * @param damages what was found and taken away
 * @param failure why it could not be done to the end
 */
public record ScrubStatus(Instant at, List<Damage> damages, Optional<String> failure) {

    public ScrubStatus {
        damages = List.copyOf(damages);
    }
}
