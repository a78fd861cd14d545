package io.devfile.registry.spi.oci.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {

    private static final byte[] CONFIG = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Descriptor CONFIG_DESCRIPTOR = Descriptor.of(
            new MediaType("application/vnd.devfileio.devfile.config.v2+json"), Digest.of(CONFIG), CONFIG.length);

    @Test
    void anImageManifestIsCompactAndInItsOrder() {
        Digest digest = Digest.of(new byte[0]);
        Descriptor layer = Descriptor.of(new MediaType("image/svg+xml"), digest, 0);
        Manifest manifest = new ImageManifest(
                        CONFIG_DESCRIPTOR,
                        List.of(layer, layer.withAnnotations(Map.of("b", "<", Descriptor.TITLE, "logo.svg", "a", "1"))))
                .toManifest();

        String plain = "{\"mediaType\":\"image/svg+xml\",\"digest\":\"" + digest + "\",\"size\":0";
        assertThat(new String(manifest.bytes(), StandardCharsets.UTF_8))
                .isEqualTo("{\"schemaVersion\":2,\"config\":{\"mediaType\":"
                        + "\"application/vnd.devfileio.devfile.config.v2+json\",\"digest\":\"" + Digest.of(CONFIG)
                        + "\",\"size\":2},\"layers\":[" + plain + "}," + plain
                        + ",\"annotations\":{\"a\":\"1\",\"b\":\"\\u003c\","
                        + "\"org.opencontainers.image.title\":\"logo.svg\"}}]}");
        assertThat(manifest.mediaType()).isEqualTo(MediaType.IMAGE_MANIFEST);
    }

    @Test
    void anImageManifestCopiesItsLayers() {
        List<Descriptor> layers = new ArrayList<>();
        ImageManifest manifest = new ImageManifest(CONFIG_DESCRIPTOR, layers);

        layers.add(CONFIG_DESCRIPTOR);

        assertThat(manifest.layers()).isEmpty();
        assertThat(new String(manifest.toManifest().bytes(), StandardCharsets.UTF_8))
                .endsWith(",\"layers\":[]}");
    }

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
