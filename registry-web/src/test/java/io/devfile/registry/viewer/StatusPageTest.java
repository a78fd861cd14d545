package io.devfile.registry.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.SourceStatus;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusPageTest {

    private final RegistryStatus status = new RegistryStatus();

    @Test
    void aRegistryThatIsStartingHasNothingToTell() {
        StatusPage page = StatusPage.of(status, null, true);
        assertThat(page.problem()).isEmpty();
        assertThat(page.counts()).isEmpty();
        assertThat(page.sources()).isEmpty();
        assertThat(page.findingsText()).isEqualTo("0 errors, 0 warnings");
    }

    @Test
    void whatFailsIsToldWithoutPathsAndAddresses() {
        status.add(new SourceStatus("mine", "filesystem", "/srv/secret").failed("Tried to read /srv/secret."));
        status.refreshFailed("Tried to push to http://10.1.2.3.");
        status.scrubFailed("Tried to read /srv/oci.", Instant.EPOCH);
        StatusPage page = StatusPage.of(status, null, false);
        assertThat(page.problem()).contains("/api/status");
        assertThat(page.sources().get(0).fails()).isTrue();
        assertThat(page.toString()).doesNotContain("/srv", "10.1.2.3");
        status.startFailed("Tried to read the setting registry.x, but /srv/y is wrong.");
        assertThat(StatusPage.of(status, null, true).problem())
                .contains("could not start")
                .doesNotContain("/srv");
    }

    @Test
    void aSourceTellsWhatBecameOfIt() {
        Instant at = Instant.parse("2026-01-02T03:04:05.678Z");
        status.add(new SourceStatus("mine", "git", "https://example.com")
                .delivered("abc", at)
                .failed("It is\ngone.")
                .next(at));
        StatusPage.Source source = StatusPage.of(status, null, true).sources().get(0);
        assertThat(source.revision()).isEqualTo("abc");
        assertThat(source.fails()).isTrue();
        assertThat(source.lastSuccess().text()).isEqualTo("2 Jan 2026, 03:04:05 UTC");
        assertThat(source.nextRefresh().iso()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void damageThatWasFoundIsTold() {
        status.scrubFailed("The disk is gone.", Instant.EPOCH);
        StatusPage.Backend backend = StatusPage.of(status, null, true).backend();
        assertThat(backend.verified().iso()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(backend.damage()).isEqualTo("verification failed");
    }
}
