package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.bytes;
import static io.devfile.registry.oci.distribution.Artifacts.put;
import static io.devfile.registry.oci.distribution.Artifacts.random;
import static io.devfile.registry.oci.distribution.Artifacts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content is sent in chunks if the registry requires it, with retries for each chunk. The registry is a real one. */
@Timeout(60)
class ChunksTest {

    @TempDir
    private static Path directory;

    @AutoClose
    private static DockerRegistry registry;

    private final byte[] content = random(5_000_000);
    private final Digest digest = Digest.of(content);

    @BeforeAll
    static void startRegistry() throws Exception {
        registry = DockerRegistry.start(directory);
    }

    @Test
    void contentGoesAtOnceWhereNothingElseIsAskedFor() throws Exception {
        try (HttpProxy proxy = new HttpProxy(registry, (exchange, number, body) -> false);
                OciBackend backend = at(proxy, "whole")) {
            put(backend, content);

            assertThat(methods(proxy)).containsExactly("HEAD", "POST", "PUT");
            assertThat(read(backend, digest)).isEqualTo(content);
        }
    }

    @Test
    void aRegistryThatAsksForChunksGetsThem() throws Exception {
        try (HttpProxy proxy = chunked("2000000", (exchange, number, body) -> false);
                OciBackend backend = at(proxy, "asked")) {
            put(backend, content);
            put(backend, bytes("small"));

            assertThat(methods(proxy)).containsExactly("HEAD", "POST", "PATCH", "PATCH", "PUT", "HEAD", "POST", "PUT");
            assertThat(read(backend, digest)).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 416})
    void aRegistryThatTakesOnlySoMuchGetsLess(int status) throws Exception {
        try (HttpProxy proxy = new HttpProxy(
                        registry, (exchange, number, body) -> body.length > 1_000_000 && refuse(exchange, status));
                OciBackend backend = at(proxy, "limited-" + status)) {
            put(backend, content);
            assertThat(read(backend, digest)).isEqualTo(content);
            int before = proxy.requests().size();

            put(backend, random(4_999_999));

            assertThat(methods(proxy).subList(before, proxy.requests().size()))
                    .as("it is not tried with too much again")
                    .startsWith("HEAD", "POST", "PATCH", "PATCH")
                    .endsWith("PATCH", "PUT");
        }
    }

    @Test
    void aRegistryThatTakesNothingIsGivenUp() throws Exception {
        try (HttpProxy proxy =
                        new HttpProxy(registry, (exchange, number, body) -> body.length > 0 && refuse(exchange, 413));
                OciBackend backend = at(proxy, "nothing")) {
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(() -> put(backend, content))
                    .withMessageContaining("responded with 413");
        }
    }

    @Test
    void aChunkThatIsLostIsSentAgain() throws Exception {
        AtomicInteger losses = new AtomicInteger(2);
        try (HttpProxy proxy = chunked(
                        "1000000", (exchange, number, body) -> isPatch(exchange) && losses.getAndDecrement() > 0);
                OciBackend backend = at(proxy, "lost")) {
            put(backend, content);

            assertThat(methods(proxy)).startsWith("HEAD", "POST", "PATCH", "GET", "PATCH", "GET", "PATCH");
            assertThat(read(backend, digest)).isEqualTo(content);
        }
    }

    @Test
    void whatTheRegistryCannotContinueIsBegunAgain() throws Exception {
        AtomicInteger chunks = new AtomicInteger();
        HttpProxy[] proxy = new HttpProxy[1];
        proxy[0] = chunked("1000000", (exchange, number, body) -> {
            boolean second = isPatch(exchange) && chunks.incrementAndGet() == 2;
            if (second) {
                proxy[0].swallowAnswer(exchange, body);
            }
            return second;
        });
        try (HttpProxy stopped = proxy[0];
                OciBackend backend = at(stopped, "unanswered")) {
            put(backend, content);

            // The responses of this registry contain the upload state; the upload cannot continue if one of them is
            // missing.
            assertThat(methods(stopped))
                    .containsExactly("HEAD", "POST", "PATCH", "PATCH", "GET", "HEAD", "POST", "PATCH", "PATCH", "PUT");
            assertThat(read(backend, digest)).isEqualTo(content);
        }
    }

    @Test
    void aChunkOfWhichPartArrivedGoesOnFromThere() throws Exception {
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        try (ScriptedRegistry scripted = new ScriptedRegistry(exchange -> store(exchange, stored));
                OciBackend backend = Backends.at(scripted.url())) {
            put(backend, content);

            assertThat(scripted.requests())
                    .extracting(ScriptedRegistry.Request::method)
                    .containsExactly("HEAD", "POST", "PATCH", "GET", "PATCH", "PATCH", "PUT");
            assertThat(stored.toByteArray()).isEqualTo(content);
        }
    }

    /** Stores the received content, but only half of the first chunk, to which it does not respond. */
    private static void store(HttpExchange exchange, ByteArrayOutputStream stored) throws IOException {
        exchange.getResponseHeaders().add("Location", "upload");
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (exchange.getRequestMethod()) {
            case "HEAD" -> ScriptedRegistry.answer(exchange, 404, "");
            case "POST" -> {
                exchange.getResponseHeaders().add("OCI-Chunk-Min-Length", "1000000");
                ScriptedRegistry.answer(exchange, 202, "");
            }
            case "GET" -> {
                exchange.getResponseHeaders().add("Range", "0-" + (stored.size() - 1));
                ScriptedRegistry.answer(exchange, 204, "");
            }
            case "PATCH" -> {
                boolean first = stored.size() == 0;
                assertThat(exchange.getRequestHeaders().getFirst("Content-Range"))
                        .isEqualTo(stored.size() + "-" + (stored.size() + body.length - 1));
                stored.write(body, 0, first ? body.length / 2 : body.length);
                if (!first) {
                    ScriptedRegistry.answer(exchange, 202, "");
                }
            }
            default -> ScriptedRegistry.answer(exchange, 201, "");
        }
    }

    @Test
    void anUploadThatTheRegistryForgotIsBegunAgain() throws Exception {
        AtomicInteger chunks = new AtomicInteger();
        try (HttpProxy proxy = chunked(
                        "2000000",
                        (exchange, number, body) -> isPatch(exchange)
                                && chunks.incrementAndGet() == 2
                                && forget(directory.resolve("data/docker/registry/v2/repositories/forgotten")));
                OciBackend backend = at(proxy, "forgotten")) {
            put(backend, content);

            assertThat(read(backend, digest)).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000000"})
    void wrongContentLeavesNothingBehind(String chunk) throws Exception {
        byte[] wrong = content.clone();
        wrong[content.length - 1] ^= 1;
        try (HttpProxy proxy = chunked(chunk, (exchange, number, body) -> false);
                OciBackend backend = at(proxy, "wrong-" + chunk)) {
            assertThatExceptionOfType(ContentMismatchException.class)
                    .isThrownBy(() -> backend.putBlob(
                            Artifacts.GO, digest, content.length, () -> new ByteArrayInputStream(wrong)));

            assertThat(methods(proxy)).endsWith("DELETE");
            assertThat(backend.blob(Artifacts.GO, digest)).isEmpty();
        }
        Path uploads = directory.resolve(
                "data/docker/registry/v2/repositories/wrong-" + chunk + "/" + Artifacts.GO + "/_uploads");
        try (Stream<Path> files = Files.walk(uploads)) {
            assertThat(files).noneMatch(file -> file.endsWith("data"));
        }
    }

    private static OciBackend at(HttpProxy proxy, String prefix) throws Exception {
        return Backends.at(proxy.url() + "/" + prefix);
    }

    /** A registry that requires chunks of at least the given size. */
    private static HttpProxy chunked(String least, HttpProxy.Fault fault) throws IOException {
        return new HttpProxy(registry, (exchange, number, body) -> {
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders().add("OCI-Chunk-Min-Length", least);
            }
            return fault.strikes(exchange, number, body);
        });
    }

    private static List<String> methods(HttpProxy proxy) {
        return proxy.requests().stream().map(ScriptedRegistry.Request::method).toList();
    }

    private static boolean isPatch(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("PATCH");
    }

    private static boolean refuse(HttpExchange exchange, int status) throws IOException {
        ScriptedRegistry.answer(exchange, status, "");
        return true;
    }

    /** Removes the data of unfinished uploads from a registry. */
    private static boolean forget(Path repository) throws IOException {
        try (Stream<Path> files = Files.walk(repository)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.toString().contains("_uploads"))
                    .toList()) {
                Files.delete(file);
            }
        }
        return false;
    }
}
