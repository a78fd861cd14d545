package io.devfile.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepresentationsTest {

    private static final String TEXT = "schemaVersion: 2.2.0\n";
    private static final Instant BUILT = Instant.parse("2025-06-03T01:02:03.456Z");

    @TempDir
    private Path directory;

    private ContentStore store;
    private StoredFile file;
    private String tag;

    @BeforeEach
    void store() throws IOException {
        store = ContentStore.open(directory);
        file = store.add(TEXT.getBytes(StandardCharsets.UTF_8));
        tag = '"' + file.digest().toString() + '"';
    }

    private Response yaml(String... headers) {
        return new Representations(FakeHeaders.of(headers))
                .of(file, store, FileTypes.YAML)
                .build();
    }

    private static byte[] body(Response response) throws IOException {
        if (response.getEntity() instanceof StreamingOutput stream) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            stream.write(bytes);
            return bytes.toByteArray();
        }
        return (byte[]) response.getEntity();
    }

    @Test
    void giveAFileAsItIs() throws IOException {
        Response response = yaml();

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(body(response)).asString(StandardCharsets.UTF_8).isEqualTo(TEXT);
        assertThat(response.getMediaType()).isEqualTo(FileTypes.YAML);
        assertThat(response.getHeaderString("ETag")).isEqualTo(tag);
        assertThat(response.getHeaderString("Content-Length")).isEqualTo("21");
        assertThat(response.getHeaderString("Accept-Ranges")).isEqualTo("bytes");
        assertThat(response.getHeaderString("Content-Encoding")).isNull();
        assertThat(response.getHeaderString("Cache-Control")).startsWith("public");
    }

    @Test
    void tellClientsThatHaveAFileAlready() {
        assertThat(yaml("If-None-Match", tag).getStatus()).isEqualTo(304);
        assertThat(yaml("If-None-Match", "W/" + tag).getStatus()).isEqualTo(304);
        assertThat(yaml("If-None-Match", "*").getStatus()).isEqualTo(304);
        assertThat(yaml("If-None-Match", "\"other\"").getStatus()).isEqualTo(200);
        assertThat(yaml("If-None-Match", tag).getHeaderString("ETag")).isEqualTo(tag);
    }

    @Test
    void giveAPart() throws IOException {
        Response response = yaml("Range", "bytes=0-5");

        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(body(response)).asString(StandardCharsets.UTF_8).isEqualTo("schema");
        assertThat(response.getHeaderString("Content-Range")).isEqualTo("bytes 0-5/21");
        assertThat(response.getHeaderString("Content-Length")).isEqualTo("6");
        assertThat(response.getHeaderString("Content-Encoding")).isNull();
        assertThat(response.getHeaderString("ETag")).isEqualTo(tag);
    }

    @Test
    void giveAPartOnlyOfWhatTheClientHasPartOf() {
        assertThat(yaml("Range", "bytes=0-5", "If-Range", tag).getStatus()).isEqualTo(206);
        assertThat(yaml("Range", "bytes=0-5", "If-Range", "\"other\"").getStatus())
                .isEqualTo(200);
        assertThat(yaml("Range", "bytes=0-5", "If-Range", "W/" + tag).getStatus())
                .isEqualTo(200);
        assertThat(yaml("Range", "bytes=0-5", "If-Range", "Tue, 03 Jun 2025 01:02:03 GMT")
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void refuseAPartThatIsNotThere() {
        Response response = yaml("Range", "bytes=21-");

        assertThat(response.getStatus()).isEqualTo(416);
        assertThat(response.getHeaderString("Content-Range")).isEqualTo("bytes */21");
        assertThat(response.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(yaml("Range", "bytes=21-", "If-None-Match", tag).getStatus()).isEqualTo(304);
    }

    @Test
    void failBeforeTheyAnswerWhereAFileIsNotWhatItWas() {
        StoredFile longer = new StoredFile(file.digest(), 22);
        Representations representations = new Representations(FakeHeaders.of());

        assertThatThrownBy(() -> representations.of(longer, store, FileTypes.ZIP))
                .isInstanceOf(RegistryException.class);
    }

    @Test
    void giveTheIndexWithItsDate() throws IOException {
        Response index = Representations.index("[]".getBytes(StandardCharsets.UTF_8), BUILT)
                .build();

        assertThat(body(index)).asString(StandardCharsets.UTF_8).isEqualTo("[]");
        assertThat(index.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        assertThat(index.getHeaderString("Last-Modified")).isEqualTo("Tue, 03 Jun 2025 01:02:03 GMT");
    }
}
