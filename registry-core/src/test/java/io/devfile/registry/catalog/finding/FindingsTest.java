package io.devfile.registry.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void anErrorIsKeptHoweverManyWarningsThereAre() {
        Findings findings = new Findings("s");
        for (int i = 0; i < Findings.LIMIT + 5; i++) {
            findings.warning("f", "", i, "w");
        }
        findings.error("f", "", 0, "e");

        assertThat(findings.all()).hasSize(Findings.LIMIT + 1);
        assertThat(findings.all().get(Findings.LIMIT).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aPlaceIsWrittenWithoutWhatIsNotKnown() {
        assertThat(new Place("s", "", "", 0)).hasToString("s");
        assertThat(new Place("s", "f", "", 2)).hasToString("s: f:2");
        assertThat(new Place("s", "f", "/a", 0)).hasToString("s: f (/a)");
    }
}
