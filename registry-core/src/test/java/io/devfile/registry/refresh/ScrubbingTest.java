package io.devfile.registry.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.fixture.ManualClock;
import io.devfile.registry.fixture.MemoryBackend;
import io.devfile.registry.spi.oci.Damage;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.ScrubStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ScrubbingTest {

    private static final Duration DAILY = Duration.ofDays(1);
    private static final Damage DAMAGE = new Damage(
            new RepositoryName("devfile-catalog/go"), Digest.of(new byte[] {1}), "the disk forgot half of it");

    private final MemoryBackend backend = new MemoryBackend();
    private final RegistryStatus status = new RegistryStatus();
    private final ManualClock clock = new ManualClock();
    private final AtomicInteger healed = new AtomicInteger();
    private final Scrubbing scrubbing = new Scrubbing(backend, DAILY, healed::incrementAndGet, status, clock);

    @Test
    void hasDamageHealedAndTellsOfIt() {
        backend.damage(List.of(DAMAGE));

        assertThat(scrubbing.run()).contains(DAILY);

        assertThat(healed).hasValue(1);
        assertThat(status.lastScrub()).contains(new ScrubStatus(clock.instant(), List.of(DAMAGE), null));
    }

    @Test
    void looksForEverythingAgainEveryTimeButTheFirst() {
        scrubbing.run();
        assertThat(healed).hasValue(0);

        scrubbing.run();
        assertThat(healed).hasValue(1);
        assertThat(status.lastScrub())
                .hasValueSatisfying(last -> assertThat(last.damages()).isEmpty());
    }

    @Test
    void tellsWhyItCouldNotBeDoneAndTriesAgain() {
        backend.failAt(Optional.of("scrub"));

        assertThat(scrubbing.run()).contains(DAILY);

        assertThat(status.lastScrub().map(ScrubStatus::failure))
                .hasValueSatisfying(why -> assertThat(why).contains("the test wants it so"));
    }
}
