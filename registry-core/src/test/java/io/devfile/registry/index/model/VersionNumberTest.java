package io.devfile.registry.index.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionNumberTest {

    @Test
    void theOrderIsThatOfSemanticVersioning() {
        List<String> ordered = List.of(
                "latest",
                "0.9.0",
                "1.0.0-alpha",
                "1.0.0-alpha.9",
                "1.0.0-alpha.10",
                "1.0.0-beta",
                "1.0.0",
                "1.9.0",
                "1.10.0",
                "2.0");
        List<String> shuffled = ordered.stream().collect(Collectors.toList());
        Collections.reverse(shuffled);

        assertThat(shuffled.stream().sorted(VersionNumber.ORDER)).containsExactlyElementsOf(ordered);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0.0",
        "1.2, 1.2.0",
        "v1.2, 1.2.0",
        "01.002.3, 1.2.3",
        "1.2.3+build.7, 1.2.3",
        "2.2-alpha, 2.2.0-alpha",
        "0.0, 0.0.0",
        "99999999999.0, 2147483647.0.0"
    })
    void lenientFormsAreTakenForWhatTheyMean(String text, String meaning) {
        assertThat(VersionNumber.of(text)).isEqualTo(VersionNumber.of(meaning)).isPresent();
        assertThat(VersionNumber.of(text).orElseThrow()).hasToString(meaning);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "latest", "1.2.3.4", "1.x", "-1.0", "1.0-", "1.0.0-01", "1..0", "1.0.0-99999999999999999999"
            })
    void othersAreNoNumbers(String text) {
        assertThat(VersionNumber.of(text)).isEmpty();
    }

    @Property
    void anyTextCanBeCompared(
            @ForAll @Chars({'0', '1', '9', '.', '-', 'v', 'a', '+', ' '}) @StringLength(max = 30) String one,
            @ForAll @Chars({'0', '1', '9', '.', '-', 'v', 'a', '+', ' '}) @StringLength(max = 30) String other) {
        assertThatCode(() -> VersionNumber.ORDER.compare(one, other)).doesNotThrowAnyException();
        assertThat(Integer.signum(VersionNumber.ORDER.compare(one, other)))
                .isEqualTo(-Integer.signum(VersionNumber.ORDER.compare(other, one)));
    }
}
