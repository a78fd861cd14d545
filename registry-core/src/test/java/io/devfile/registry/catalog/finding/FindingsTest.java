package io.devfile.registry.catalog.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.yaml.Position;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void anErrorIsKeptHoweverManyWarningsThereAre() {
        Findings findings = new Findings("s");
        for (int i = 0; i < Findings.LIMIT + 5; i++) {
            findings.warning(Rule.SCHEMA, "f", "", new Position(i, 1), "w");
        }
        findings.error(Rule.SCHEMA, "f", "", Position.UNKNOWN, "e");

        assertThat(findings.all()).hasSize(Findings.LIMIT + 1);
        assertThat(findings.all().get(Findings.LIMIT).severity()).isEqualTo(Severity.ERROR);
    }

    @Test
    void aPlaceIsWrittenWithoutWhatIsNotKnown() {
        assertThat(new Place("s", "", "", new Position(0, 0))).hasToString("s");
        assertThat(new Place("s", "f", "", new Position(2, 0))).hasToString("s: f:2");
        assertThat(new Place("s", "f", "/a", new Position(0, 0))).hasToString("s: f (/a)");
    }
}
