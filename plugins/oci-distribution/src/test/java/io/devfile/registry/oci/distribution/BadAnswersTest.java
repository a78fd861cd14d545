package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.Artifacts.TAG;
import static io.devfile.registry.oci.distribution.Artifacts.bytes;
import static io.devfile.registry.oci.distribution.ScriptedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The responses of a registry are not trusted. */
@Timeout(60)
class BadAnswersTest {

    private static final Manifest MANIFEST = Artifacts.manifest("schemaVersion: 2.2.2");
    private static final byte[] CONTENT = bytes("0123456789");
    private static final Digest DIGEST = Digest.of(CONTENT);
    private static final long FIVE_GIGABYTES = 5L * 1024 * 1024 * 1024;

    private ScriptedRegistry registry;
    private OciBackend backend;

    @AfterEach
    void close() {
        backend.close();
        registry.close();
    }

    private void script(ScriptedRegistry.Script script) throws Exception {
        registry = new ScriptedRegistry(script);
        backend = Backends.at(registry.url());
    }

    private void scriptManifest(byte[] body, String... headers) throws Exception {
        script(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", MediaType.IMAGE_MANIFEST.value());
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            answer(exchange, 200, body);
        });
    }

    @Test
    void aManifestOfAnotherDigestIsNoticed() throws Exception {
        scriptManifest(bytes("{\"schemaVersion\":2}"));

        assertThatExceptionOfType(ContentMismatchException.class)
                .isThrownBy(() -> backend.manifest(GO, MANIFEST.digest()))
                .withMessageContaining("instead of " + MANIFEST.digest());
    }

    @Test
    void aManifestThatIsNotWhatItsHeaderSaysIsNoticed() throws Exception {
        scriptManifest(MANIFEST.bytes(), "Docker-Content-Digest", DIGEST.toString());

        assertThatExceptionOfType(ContentMismatchException.class).isThrownBy(() -> backend.manifest(GO, TAG));
        assertThatExceptionOfType(ContentMismatchException.class)
                .isThrownBy(() -> backend.manifest(GO, MANIFEST.digest()));
        assertThatExceptionOfType(ContentMismatchException.class)
                .isThrownBy(() -> backend.resolve(GO, MANIFEST.digest()));
    }

    @Test
    void aDigestHeaderThatIsNoneIsNoticed() throws Exception {
        scriptManifest(MANIFEST.bytes(), "Docker-Content-Digest", "sha256:abc");

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.manifest(GO, TAG))
                .withMessageContaining("'sha256:abc'");
    }

    @Test
    void aManifestMayComeWithoutADigest() throws Exception {
        scriptManifest(MANIFEST.bytes());

        assertThat(backend.manifest(GO, TAG)).contains(MANIFEST);
        assertThat(backend.resolve(GO, TAG)).contains(MANIFEST.descriptor());
    }

    @Test
    void anEmptyAnswerIsNoManifest() throws Exception {
        scriptManifest(new byte[0]);

        assertThatExceptionOfType(ContentMismatchException.class)
                .isThrownBy(() -> backend.manifest(GO, TAG))
                .withMessageContaining("response of the registry is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>It works!</html>", "{", "[]", "\u0000"})
    void whatIsNotJsonIsNoManifest(String body) throws Exception {
        scriptManifest(bytes(body));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.manifest(GO, TAG))
                .withMessageContaining("not a JSON object");
    }

    @Test
    void aManifestOfFiveGigabytesIsNotRead() throws Exception {
        script(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", MediaType.IMAGE_MANIFEST.value());
            exchange.sendResponseHeaders(200, FIVE_GIGABYTES);
            exchange.getResponseBody().write(CONTENT);
        });

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.manifest(GO, TAG))
                .withMessageContaining("more than " + Manifest.MAX_SIZE + " bytes");
    }

    @Test
    void aManifestWithoutEndIsReadToTheBound() throws Exception {
        script(exchange -> {
            exchange.getResponseHeaders().add("Content-Type", MediaType.IMAGE_MANIFEST.value());
            endless(exchange);
        });

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.manifest(GO, TAG))
                .withMessageContaining("more than " + Manifest.MAX_SIZE + " bytes");
    }

    @Test
    void anErrorWithoutEndIsReadToABound() throws Exception {
        script(exchange -> {
            exchange.sendResponseHeaders(400, 0);
            byte[] portion = bytes(" ".repeat(8192));
            for (int i = 0; i < 100_000; i++) {
                exchange.getResponseBody().write(portion);
            }
        });

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.manifest(GO, TAG))
                .withMessageContaining("responded with 400");
    }

    @Test
    void aBlobOfFiveGigabytesTakesNoMemory() throws Exception {
        script(exchange -> {
            exchange.getResponseHeaders().add("Content-Length", Long.toString(FIVE_GIGABYTES));
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(200, -1);
            } else {
                exchange.sendResponseHeaders(200, FIVE_GIGABYTES);
                byte[] portion = new byte[8192];
                for (int i = 0; i < 10_000; i++) {
                    exchange.getResponseBody().write(portion);
                }
            }
        });

        Blob blob = backend.blob(GO, DIGEST).orElseThrow();

        assertThat(blob.size()).isEqualTo(FIVE_GIGABYTES);
        try (InputStream stream = blob.open()) {
            assertThat(stream.readNBytes(1024 * 1024)).hasSize(1024 * 1024);
        }
    }

    @Test
    void aBlobWithAFlippedBitIsNoticed() throws Exception {
        byte[] wrong = CONTENT.clone();
        wrong[5] ^= 1;
        script(exchange -> answer(exchange, 200, wrong));

        Blob blob = backend.blob(GO, DIGEST).orElseThrow();

        try (InputStream stream = blob.open()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(stream::readAllBytes)
                    .withMessageContaining("instead of " + DIGEST);
        }
    }

    @Test
    void aBlobOfAnotherSizeThanBeforeIsNoticed() throws Exception {
        script(exchange -> answer(
                exchange,
                200,
                exchange.getRequestMethod().equals("HEAD") ? CONTENT : Arrays.copyOf(CONTENT, CONTENT.length - 1)));

        Blob blob = backend.blob(GO, DIGEST).orElseThrow();

        assertThatExceptionOfType(ContentMismatchException.class)
                .isThrownBy(blob::open)
                .withMessageContaining("9 bytes instead of 10");
    }

    @Test
    void aBlobThatGoesIsMissing() throws Exception {
        script(exchange -> answer(exchange, exchange.getRequestMethod().equals("HEAD") ? 200 : 404, CONTENT));

        Blob blob = backend.blob(GO, DIGEST).orElseThrow();

        assertThatExceptionOfType(MissingContentException.class).isThrownBy(blob::open);
        assertThatExceptionOfType(MissingContentException.class).isThrownBy(() -> blob.open(0, 1));
    }

    @Test
    void aRegistryThatIgnoresRangesIsReadUpToThePart() throws Exception {
        script(exchange -> answer(exchange, 200, CONTENT));

        Blob blob = backend.blob(GO, DIGEST).orElseThrow();

        try (InputStream stream = blob.open(3, 4)) {
            assertThat(stream).hasBinaryContent(bytes("3456"));
        }
        assertThat(registry.requests().get(1).range()).contains("bytes=3-6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-3/10", "bytes 3-6/11", "bytes 3-7/10", "3-6", ""})
    void anotherPartIsNotTaken(String range) throws Exception {
        script(exchange -> {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.getResponseHeaders().add("Content-Range", range);
            answer(exchange, head ? 200 : 206, head ? CONTENT : bytes("3456"));
        });

        Blob blob = backend.blob(GO, DIGEST).orElseThrow();

        assertThatExceptionOfType(ContentMismatchException.class).isThrownBy(() -> blob.open(3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{\"tags\":{}}", "{\"tags\":[1]}", "{\"tags\":[[]]}", "", "{\"tags\":[\"a\""})
    void whatIsNoListOfTagsIsNone(String body) throws Exception {
        script(exchange -> answer(exchange, 200, body));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining("not the response of a registry");
    }

    @Test
    void namesThatAreNoTagsAreLeftOut() throws Exception {
        script(exchange -> answer(exchange, 200, "{\"name\":\"x\",\"tags\":[\"a\",\"-\",\"\",\"b c\",\"b\",\"a\"]}"));

        assertThat(backend.tags(GO).orElseThrow()).extracting(Object::toString).containsExactly("a", "b");
    }

    @Test
    void aListOfTagsWithoutEndIsReadToTheBound() throws Exception {
        script(exchange -> endless(exchange));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining("more than " + Manifest.MAX_SIZE + " bytes");
    }

    @Test
    void aListThatLeadsInACircleIsNotFollowed() throws Exception {
        script(exchange -> {
            exchange.getResponseHeaders().add("Link", "</v2/x/tags/list?last=a>; rel=\"next\"");
            answer(exchange, 200, "{\"tags\":[\"a\"]}");
        });

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.tags(GO))
                .withMessageContaining("form a loop");
        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void aListThatGoesOnForeverIsReadToTheBound() throws Exception {
        script(exchange -> {
            String next = Integer.toString(registry.requests().size());
            exchange.getResponseHeaders().add("Link", "<?last=" + next + ">; rel=\"next\"");
            answer(exchange, 200, "{\"repositories\":[\"a" + next + "\"]}");
        });

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.repositories())
                .withMessageContaining("did not end after 1000 pages");
    }

    @Test
    void aRegistryThatListsNoRepositoriesSaysSo() throws Exception {
        script(exchange -> answer(exchange, 404, "404 page not found"));

        assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> backend.repositories());
    }

    @Test
    void whatTheRegistrySaysIsQuotedWithoutControlCharacters() throws Exception {
        String message = "no\\nluck\\u001b[31m" + "x".repeat(500);
        script(exchange ->
                answer(exchange, 400, "{\"errors\":[{\"code\":\"NAME_INVALID\",\"message\":\"" + message + "\"}]}"));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.manifest(GO, TAG))
                .withMessageContaining("responded with 400 'NAME_INVALID no?luck?[31mxxx")
                .withMessageContaining("x…'")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(600));
    }

    @Test
    void anUploadThatIsSentNowhereFails() throws Exception {
        script(exchange -> answer(exchange, exchange.getRequestMethod().equals("HEAD") ? 404 : 202, ""));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> Artifacts.put(backend, CONTENT))
                .withMessageContaining("did not return the location");
    }

    @Test
    void aRegistryThatStoresSomethingElseIsNoticed() throws Exception {
        script(exchange -> {
            exchange.getResponseHeaders().add("Location", "/upload");
            exchange.getResponseHeaders()
                    .add("Docker-Content-Digest", MANIFEST.digest().toString());
            List<String> known = List.of("HEAD", "POST", "PUT");
            int[] statuses = {404, 202, 201};
            answer(exchange, statuses[known.indexOf(exchange.getRequestMethod())], "");
        });

        assertThatExceptionOfType(ContentMismatchException.class)
                .isThrownBy(() -> Artifacts.put(backend, CONTENT))
                .withMessageContaining("stored it with the digest " + MANIFEST.digest());
    }

    @Test
    void aWebServerIsNoRegistry() throws Exception {
        script(exchange -> answer(exchange, 404, "<html>Not found</html>"));

        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(() -> backend.probe())
                .withMessageContaining("responded with 404")
                .withMessageContaining("the address of a registry");
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(bytes("{\"tags\":["));
        byte[] portion = bytes("\"a\",".repeat(4096));
        for (int i = 0; i < 100_000; i++) {
            exchange.getResponseBody().write(portion);
        }
    }
}
