package io.devfile.registry.spi.oci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final byte[] CONFIG = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Descriptor CONFIG_DESCRIPTOR = Descriptor.of(
            new MediaType("application/vnd.devfileio.devfile.config.v2+json"), Digest.of(CONFIG), CONFIG.length);

    @Test
    void aManifestKeepsItsBytes() {
        byte[] bytes = CONFIG.clone();
        Manifest manifest = Manifest.of(MediaType.IMAGE_INDEX, bytes);

        bytes[0] = 0;
        manifest.bytes()[0] = 0;

        assertThat(manifest.bytes()).isEqualTo(CONFIG);
        assertThat(manifest.descriptor()).isEqualTo(Descriptor.of(MediaType.IMAGE_INDEX, Digest.of(CONFIG), 2));
        assertThat(manifest).isEqualTo(Manifest.of(MediaType.IMAGE_INDEX, CONFIG));
        assertThat(manifest).isNotEqualTo(Manifest.of(MediaType.IMAGE_MANIFEST, CONFIG));
        assertThat(manifest).isNotEqualTo(Manifest.of(MediaType.IMAGE_INDEX, CONFIG, DigestAlgorithm.SHA512));
    }

    @Test
    void aManifestHasAtMostFourMebibytes() {
        assertThat(Manifest.of(MediaType.IMAGE_INDEX, new byte[Manifest.MAX_SIZE])
                        .size())
                .isEqualTo(4 * 1024 * 1024);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Manifest.of(MediaType.IMAGE_INDEX, new byte[Manifest.MAX_SIZE + 1]));
    }

    @Test
    void aDescriptorCopiesItsAnnotations() {
        Map<String, String> annotations = new TreeMap<>(Map.of("a", "1"));
        Descriptor descriptor = CONFIG_DESCRIPTOR.withAnnotations(annotations);

        annotations.clear();

        assertThat(descriptor.annotations()).containsExactly(Map.entry("a", "1"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> descriptor.annotations().clear());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Descriptor.of(MediaType.OCTET_STREAM, Digest.of(CONFIG), -1));
    }
}
