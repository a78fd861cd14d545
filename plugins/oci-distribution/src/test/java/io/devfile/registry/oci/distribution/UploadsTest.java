package io.devfile.registry.oci.distribution;

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

/** A blob is sent in one request. The registry is a real one. */
@Timeout(60)
class UploadsTest {

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
    void contentIsSentInOneRequest() throws Exception {
        try (HttpProxy proxy = new HttpProxy(registry, (exchange, number, body) -> false);
                OciBackend backend = at(proxy, "whole")) {
            put(backend, content);

            assertThat(methods(proxy)).containsExactly("HEAD", "POST", "PUT");
            assertThat(read(backend, digest)).isEqualTo(content);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {413, 416})
    void aRegistryThatRefusesTheSizeIsNamedTogetherWithTheSize(int status) throws Exception {
        try (HttpProxy proxy = new HttpProxy(
                        registry, (exchange, number, body) -> body.length > 1_000_000 && refuse(exchange, status));
                OciBackend backend = at(proxy, "limited-" + status)) {
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(() -> put(backend, content))
                    .withMessageContaining("responded with " + status)
                    .withMessageContaining("accept requests of 5000000 bytes");
            assertThat(methods(proxy)).containsExactly("HEAD", "POST", "PUT");
        }
    }

    @Test
    void aResponseThatComesBeforeTheEndOfTheContentIsRead() throws Exception {
        byte[] large = random(30_000_000);
        try (ScriptedRegistry refusing = new ScriptedRegistry(exchange -> {
                    exchange.getResponseHeaders().add("Location", "/upload");
                    switch (exchange.getRequestMethod()) {
                        case "HEAD" -> ScriptedRegistry.answer(exchange, 404, "");
                        case "POST" -> ScriptedRegistry.answer(exchange, 202, "");
                        default -> {
                            exchange.sendResponseHeaders(413, 1);
                            exchange.getRequestBody().readAllBytes();
                            exchange.getResponseBody().write(' ');
                        }
                    }
                });
                OciBackend backend = Backends.at(refusing.url())) {
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(() -> put(backend, large))
                    .withMessageContaining("responded with 413");
        }
    }

    @Test
    void anUploadThatTheRegistryForgotIsBegunAgain() throws Exception {
        AtomicInteger uploads = new AtomicInteger();
        try (HttpProxy proxy = new HttpProxy(
                        registry,
                        (exchange, number, body) -> exchange.getRequestMethod().equals("PUT")
                                && uploads.incrementAndGet() == 1
                                && forget(directory.resolve("data/docker/registry/v2/repositories/forgotten")));
                OciBackend backend = at(proxy, "forgotten")) {
            put(backend, content);

            assertThat(methods(proxy)).containsExactly("HEAD", "POST", "PUT", "POST", "PUT");
            assertThat(read(backend, digest)).isEqualTo(content);
        }
    }

    @Test
    void wrongContentLeavesNothingBehind() throws Exception {
        byte[] wrong = content.clone();
        wrong[content.length - 1] ^= 1;
        try (HttpProxy proxy = new HttpProxy(registry, (exchange, number, body) -> false);
                OciBackend backend = at(proxy, "wrong")) {
            assertThatExceptionOfType(ContentMismatchException.class)
                    .isThrownBy(() -> backend.putBlob(
                            Artifacts.GO, digest, content.length, () -> new ByteArrayInputStream(wrong)));

            assertThat(methods(proxy)).endsWith("DELETE");
            assertThat(backend.blob(Artifacts.GO, digest)).isEmpty();
        }
        Path uploads = directory.resolve("data/docker/registry/v2/repositories/wrong/" + Artifacts.GO + "/_uploads");
        try (Stream<Path> files = Files.walk(uploads)) {
            assertThat(files).noneMatch(file -> file.endsWith("data"));
        }
    }

    private static OciBackend at(HttpProxy proxy, String prefix) throws Exception {
        return Backends.at(proxy.url() + "/" + prefix);
    }

    private static List<String> methods(HttpProxy proxy) {
        return proxy.requests().stream().map(ScriptedRegistry.Request::method).toList();
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
