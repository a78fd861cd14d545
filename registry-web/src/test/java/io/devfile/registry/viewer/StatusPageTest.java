package io.devfile.registry.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.state.RegistryStatus;
import io.devfile.registry.state.SourceStatus;
import io.devfile.registry.viewer.page.When;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;

class StatusPageTest {

    private static final HealthCheckResponse UP =
            new HealthCheckResponse("backend", HealthCheckResponse.Status.UP, Optional.empty());

    private final RegistryStatus status = new RegistryStatus();

    @Test
    void aRegistryThatIsStartingHasNothingToTell() {
        StatusPage page = StatusPage.of(status, Optional.empty(), UP);
        assertThat(page.problem()).isEmpty();
        assertThat(page.counts()).isEmpty();
        assertThat(page.sources()).isEmpty();
        assertThat(page.findingsText()).isEqualTo("0 errors, 0 warnings");
    }

    @Test
    void whatKeepsItFromStartingIsTheProblem() {
        status.refreshFailed("The refresh failed.");
        status.startFailed("Tried to read the setting registry.x, but … .");
        assertThat(StatusPage.of(status, Optional.empty(), UP).problem()).contains("registry.x");
    }

    @Test
    void aSourceTellsWhatBecameOfIt() {
        Instant at = Instant.parse("2026-01-02T03:04:05.678Z");
        status.add(new SourceStatus("mine", "git", "https://example.com")
                .delivered("abc", at)
                .failed("It is\ngone.")
                .next(Optional.of(at)));
        StatusPage.Source source =
                StatusPage.of(status, Optional.empty(), UP).sources().get(0);
        assertThat(source.revision()).isEqualTo("abc");
        assertThat(source.lastError()).isEqualTo("It is gone.");
        assertThat(source.lastSuccess().text()).isEqualTo("2 Jan 2026, 03:04:05 UTC");
        assertThat(source.nextRefresh().iso()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void aBackendThatIsDownSaysWhy() {
        HealthCheckResponse down = new HealthCheckResponse(
                "backend", HealthCheckResponse.Status.DOWN, Optional.of(Map.of("error", "No answer.")));
        assertThat(StatusPage.of(status, Optional.empty(), down).backend())
                .isEqualTo(new StatusPage.Backend(false, "No answer.", When.UNKNOWN, ""));
    }

    @Test
    void damageThatWasFoundIsTold() {
        status.scrubFailed("The disk is gone.", Instant.EPOCH);
        StatusPage.Backend backend = StatusPage.of(status, Optional.empty(), UP).backend();
        assertThat(backend.verified().iso()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(backend.damage()).isEqualTo("The disk is gone.");
    }
}
