package io.devfile.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest {

    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "br, gzip", "gzip;q=0.5", "gzip ; q=0.001", "*", "br;q=1, *;q=0.1", "gzip, *;q=0"
            })
    void acceptsGzip(String header) {
        assertThat(AcceptHeader.of(header).acceptsGzip()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "identity",
                "br",
                "gzip;q=0",
                "gzip; q=0.000",
                "*;q=0",
                "gzip;q=0, *",
                ",",
                ";",
                "gzipped",
                "gzip;q=x"
            })
    void doesNotAcceptGzip(String header) {
        assertThat(AcceptHeader.of(header).acceptsGzip()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "text/html",
                "application/vnd.docker.distribution.manifest.v2+json",
                "application/vnd.oci.image.manifest.v1+json;q=0.1",
                "application/vnd.oci.image.manifest.v1+json, */*;q=0",
                "application/*, */*;q=0",
                "application/vnd.oci.image.index.v1+json;q=0",
                "",
                ",;"
            })
    void acceptsATypeThatIsNotRefused(String header) {
        assertThat(AcceptHeader.of(header).acceptsType(MANIFEST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.oci.image.manifest.v1+json;q=0",
                "application/vnd.OCI.image.manifest.v1+json ; Q=0.000",
                "application/vnd.oci.image.manifest.v1+json;q=0, */*",
                "text/html, application/*;q=0",
                "text/html, */*;q=0"
            })
    void doesNotAcceptATypeThatIsRefused(String header) {
        assertThat(AcceptHeader.of(header).acceptsType(MANIFEST)).isFalse();
    }

    @Test
    void looksAtAllLines() {
        assertThat(AcceptHeader.of(List.of("*/*;q=0", MANIFEST)).acceptsType(MANIFEST))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "*", "a/b;q=zz", "a/b;q=2", "a/b;q", "a/b;=1", "a b/c", "a/b/c", "a/\"b\""})
    void isMalformed(String header) {
        assertThat(AcceptHeader.isWellFormed(List.of(header))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*/*", "a/b;q=.5 , c/*", "text/html;level=1;charset=utf-8;q=0.333"})
    void isWellFormed(String header) {
        assertThat(AcceptHeader.isWellFormed(List.of(header))).isTrue();
    }

    @Test
    void whatIsTooLongCountsAsAbsent() {
        String header = "*/*;q=0" + " ".repeat(AcceptHeader.MAX_LENGTH);
        assertThat(AcceptHeader.of(header).acceptsType(MANIFEST)).isTrue();
    }
}
