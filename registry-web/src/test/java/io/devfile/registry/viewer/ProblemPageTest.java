package io.devfile.registry.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.state.RegistryStatus;
import org.junit.jupiter.api.Test;

class ProblemPageTest {

    private final RegistryStatus status = new RegistryStatus();

    @Test
    void aRegistryWithoutContentSaysWhyThereIsNone() {
        assertThat(ProblemPage.notReady(status).head().title()).isEqualTo("The registry is starting");
        status.refreshFailed("The source is gone.");
        assertThat(ProblemPage.notReady(status).head().title()).isEqualTo("There is nothing to show yet");
        status.startFailed("A setting is malformed.");
        assertThat(ProblemPage.notReady(status).head().title()).isEqualTo("The registry could not start");
        assertThat(ProblemPage.notReady(status).status()).isEqualTo(503);
    }

    @Test
    void foreignTextIsQuotedInOneShortLine() {
        assertThat(ProblemPage.quoted("a\nb" + "c".repeat(500)))
                .hasSizeLessThan(90)
                .startsWith("“a bc")
                .endsWith("…”");
    }

    @Test
    void problemsAreNothingForSearchEngines() {
        assertThat(ProblemPage.unknownAddress("/viewer/nodejs").head().indexed())
                .isFalse();
        assertThat(ProblemPage.unknownAddress("/viewer/nodejs").head().path()).isEmpty();
    }
}
