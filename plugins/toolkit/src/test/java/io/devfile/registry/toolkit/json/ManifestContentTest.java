package io.devfile.registry.toolkit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Untrusted JSON is parsed or rejected, without other effects. */
class ManifestContentTest {

    private static final Digest DIGEST = Digest.of(new byte[0]);

    @Test
    void whatIsNotUnderstoodIsPassedOver() throws Exception {
        ManifestContent content = parse("{\"other\":[[1e999999999,null]],\"layers\":null,\"subject\":null,\"config\":{"
                + descriptor("0") + ",\"platform\":{\"os\":\"any\"},\"artifactType\":null}}");

        assertThat(content.blobs()).singleElement().satisfies(config -> {
            assertThat(config.digest()).isEqualTo(DIGEST);
            assertThat(config.artifactType()).isNull();
        });
        assertThat(content.artifactType()).isEqualTo(new MediaType("a/b"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsMalformedIsRejected(String json) {
        assertThatExceptionOfType(MalformedJson.class).isThrownBy(() -> parse(json));
    }

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{",
                "{}{}",
                "\u0000",
                "{\"layers\":{}}",
                "{\"layers\":[null]}",
                "{\"layers\":[{}]}",
                "{\"config\":[]}",
                "{\"config\":{" + descriptor("-1") + "}}",
                "{\"config\":{" + descriptor("1.5") + "}}",
                "{\"config\":{" + descriptor("1e999999999") + "}}",
                "{\"config\":{" + descriptor("9223372036854775808") + "}}",
                "{\"config\":{" + descriptor("\"1\"") + "}}",
                "{\"config\":{" + descriptor("0").replace("a/b", "a b") + "}}",
                "{\"config\":{" + descriptor("0").replace("sha256:", "md5:") + "}}",
                "{\"annotations\":{\"a\":1}}",
                "{\"artifactType\":\"none\"}",
                "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
    }

    private static String descriptor(String size) {
        return "\"mediaType\":\"a/b\",\"digest\":\"" + DIGEST + "\",\"size\":" + size;
    }

    private static ManifestContent parse(String json) throws MalformedJson {
        return ManifestContent.of(Manifest.of(MediaType.IMAGE_MANIFEST, json.getBytes(StandardCharsets.UTF_8)));
    }
}
