package io.devfile.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.Answer;
import io.devfile.registry.index.IconData;
import io.devfile.registry.index.Index;
import io.devfile.registry.index.IndexAnswers;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.TypeFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationsTest {

    private static final String TEXT = "schemaVersion: 2.2.0\n";
    private static final Instant BUILT = Instant.parse("2025-06-03T01:02:03.456Z");

    @TempDir
    private Path directory;

    private final CompressedFiles compressed = new CompressedFiles();
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
                .of(file, store, FileTypes.YAML, compressed)
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

    private static String unzipped(Response response) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body(response)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Answer answer() {
        return new IndexAnswers(new Index(List.of()), IconData.NONE)
                .answer(IndexQuery.all(IndexFormat.V2, TypeFilter.ALL));
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

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "*", "gzip;q=0.5, br"})
    void compressTextForClientsThatTakeIt(String encodings) throws IOException {
        Response response = yaml("Accept-Encoding", encodings);

        assertThat(response.getHeaderString("Content-Encoding")).isEqualTo("gzip");
        assertThat(unzipped(response)).isEqualTo(TEXT);
        assertThat(response.getHeaderString("ETag"))
                .isNotEqualTo(tag)
                .contains(file.digest().toString());
        assertThat(response.getHeaderString("Content-Length")).isEqualTo(String.valueOf(body(response).length));
    }

    @Test
    void compressAFileOnce() throws IOException {
        byte[] first = body(yaml("Accept-Encoding", "gzip"));
        store.retainOnly(Set.of());

        assertThat(body(yaml("Accept-Encoding", "gzip"))).isSameAs(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "br", "gzip;q=0", "*;q=0", "gzip;q=0, *"})
    void doNotCompressForOthers(String encodings) {
        assertThat(yaml("Accept-Encoding", encodings).getHeaderString("Content-Encoding"))
                .isNull();
    }

    @Test
    void doNotCompressWhatIsLargeOrNoText() throws IOException {
        StoredFile large = store.add(new byte[(int) CompressedFiles.LARGEST + 1]);
        StoredFile empty = store.add(new byte[0]);

        assertThat(compressed.gzip(large, store, FileTypes.YAML)).isEmpty();
        assertThat(compressed.gzip(empty, store, FileTypes.YAML)).isEmpty();
        assertThat(compressed.gzip(file, store, FileTypes.ZIP)).isEmpty();
        assertThat(compressed.gzip(file, store, new MediaType("image", "png"))).isEmpty();
        assertThat(compressed.gzip(file, store, new MediaType("image", "svg+xml")))
                .isPresent();
        assertThat(compressed.gzip(file, store, FileTypes.PLAIN)).isPresent();
        assertThat(compressed.gzip(file, store, MediaType.APPLICATION_JSON_TYPE))
                .isPresent();
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
    void takeTheCompressedFormForAnotherOne() {
        String gzipTag = yaml("Accept-Encoding", "gzip").getHeaderString("ETag");

        assertThat(yaml("Accept-Encoding", "gzip", "If-None-Match", gzipTag).getStatus())
                .isEqualTo(304);
        assertThat(yaml("If-None-Match", gzipTag).getStatus()).isEqualTo(200);
        assertThat(yaml("Accept-Encoding", "gzip", "If-None-Match", tag).getStatus())
                .isEqualTo(200);
    }

    @Test
    void giveAPartAsItIsAlsoToClientsThatTakeGzip() throws IOException {
        Response response = yaml("Range", "bytes=0-5", "Accept-Encoding", "gzip");

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
    void giveTheIndexInEitherForm() throws IOException {
        Response plain = new Representations(FakeHeaders.of()).of(answer(), BUILT);
        Response gzip = new Representations(FakeHeaders.of("Accept-Encoding", "*")).of(answer(), BUILT);

        assertThat(body(plain)).asString(StandardCharsets.UTF_8).isEqualTo("[]");
        assertThat(unzipped(gzip)).isEqualTo("[]");
        assertThat(plain.getMediaType()).isEqualTo(MediaType.APPLICATION_JSON_TYPE);
        assertThat(gzip.getHeaderString("ETag")).isNotEqualTo(plain.getHeaderString("ETag"));
        assertThat(plain.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
        assertThat(gzip.getHeaderString("Vary")).isEqualTo("Accept-Encoding");
        assertThat(new Representations(FakeHeaders.of("If-None-Match", plain.getHeaderString("ETag")))
                        .of(answer(), BUILT)
                        .getStatus())
                .isEqualTo(304);
    }

    @Test
    void writeDatesWithTwoDigitsForTheDay() {
        assertThat(new Representations(FakeHeaders.of()).of(answer(), BUILT).getHeaderString("Last-Modified"))
                .isEqualTo("Tue, 03 Jun 2025 01:02:03 GMT");
    }
}
