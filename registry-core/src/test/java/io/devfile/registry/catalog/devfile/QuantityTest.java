package io.devfile.registry.catalog.devfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,1",
        "+1.5,1.5",
        "-1,-1",
        ".5,0.5",
        "5.,5",
        "500m,0.5",
        "1k,1000",
        "1Ki,1024",
        "2Gi,2147483648",
        "1.5Mi,1572864",
        "1E,1000000000000000000",
        "1E3,1000",
        "1e-3,0.001",
        "1e+2,100",
        "3n,0.000000003",
        "3u,0.000003"
    })
    void whatKubernetesAllowsIsUnderstood(String text, BigDecimal amount) {
        assertThat(Quantity.parse(text))
                .hasValueSatisfying(quantity -> assertThat(quantity.amount()).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "+", "Gi", "1 Gi", "1GB", "1K", "1g", "1e", "1e1.5", "1,5", "0x1", "1e9999", "١", "1\n"
            })
    void nothingElseIs(String text) {
        assertThat(Quantity.parse(text)).isEmpty();
    }

    @Test
    void quantitiesAreComparedByAmount() {
        assertThat(Quantity.parse("1Gi").orElseThrow())
                .isGreaterThan(Quantity.parse("1G").orElseThrow());
        assertThat(Quantity.parse("1000m").orElseThrow())
                .isEqualByComparingTo(Quantity.parse("1.0").orElseThrow());
    }
}
