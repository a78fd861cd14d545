package io.devfile.registry.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedTest {

    private static final String MANIFEST = MediaType.IMAGE_MANIFEST.value();

    @Test
    void takesEverythingWithoutAHeader() {
        assertThat(Accepted.by(List.of(), MediaType.IMAGE_MANIFEST)).isTrue();
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
    void takesAManifestThatIsNotRefused(String header) {
        assertThat(Accepted.by(List.of(header), MediaType.IMAGE_MANIFEST)).isTrue();
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
    void doesNotTakeOneThatIs(String header) {
        assertThat(Accepted.by(List.of(header), MediaType.IMAGE_MANIFEST)).isFalse();
    }

    @Test
    void looksAtAllHeaders() {
        assertThat(Accepted.by(List.of("*/*;q=0", MANIFEST), MediaType.IMAGE_MANIFEST))
                .isTrue();
    }
}
