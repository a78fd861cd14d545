package io.devfile.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "br, gzip", "gzip;q=0.5", "gzip ; q=0.001", "*", "br;q=1, *;q=0.1", "gzip, *;q=0"
            })
    void takeGzip(String header) {
        assertThat(ContentCodings.acceptGzip(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "identity", "br", "gzip;q=0", "gzip; q=0.000", "*;q=0", "gzip;q=0, *", ",", ";", "gzipped"})
    void doNotTakeGzip(String header) {
        assertThat(ContentCodings.acceptGzip(header)).isFalse();
    }
}
