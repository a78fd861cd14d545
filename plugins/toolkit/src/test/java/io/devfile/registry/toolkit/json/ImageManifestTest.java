package io.devfile.registry.toolkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageManifestTest {

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
}
