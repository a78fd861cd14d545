package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.Artifacts.TAG;
import static io.devfile.registry.oci.distribution.Artifacts.bytes;
import static io.devfile.registry.oci.distribution.Artifacts.push;
import static io.devfile.registry.oci.distribution.ScriptedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.spi.oci.MissingContentException;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Tag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation makes only the requests that it needs; the kinds of refusals are distinguished. */
@Timeout(60)
class RequestsTest {

    @TempDir
    private static Path directory;

    @AutoClose
    private static DockerRegistry registry;

    @BeforeAll
    static void startRegistry() throws Exception {
        registry = DockerRegistry.start(directory);
    }

    @Test
    void pushingAnArtifactAsksForNothingTwice() throws Exception {
        try (HttpProxy proxy = new HttpProxy(registry, (exchange, number, body) -> false);
                OciBackend backend = Backends.at(proxy.url() + "/push")) {
            Manifest manifest = push(backend, "text");

            assertThat(proxy.requests())
                    .extracting(ScriptedRegistry.Request::method)
                    .containsExactly("HEAD", "POST", "PUT", "HEAD", "POST", "PUT", "HEAD", "PUT");
            int before = proxy.requests().size();

            push(backend, "text");

            assertThat(proxy.requests().subList(before, proxy.requests().size()))
                    .extracting(ScriptedRegistry.Request::method)
                    .as("what is there already is looked for, and that is all")
                    .containsExactly("HEAD", "HEAD", "HEAD");
            assertThat(backend.manifest(GO, TAG)).contains(manifest);
        }
    }

    @Test
    void listsThatComeInPagesAreReadToTheEnd() throws Exception {
        try (OciBackend backend = Backends.at(registry.url() + "/pages")) {
            push(backend, "text");
        }
        List<String> tags = new ArrayList<>();
        try (ScriptedRegistry pages = new ScriptedRegistry(exchange -> page(exchange, tags));
                OciBackend backend = Backends.at(pages.url() + "/team")) {
            for (int i = 0; i < 2500; i++) {
                tags.add("t" + i);
            }

            assertThat(backend.tags(GO).orElseThrow()).hasSize(2500);
            assertThat(pages.requests()).hasSize(3);
        }
    }

    @Test
    void repositoriesOfOthersAreLeftOut() throws Exception {
        try (OciBackend mine = Backends.at(registry.url() + "/mine");
                OciBackend others = Backends.at(registry.url() + "/mine-not")) {
            push(mine, "text");
            push(others, "text");

            assertThat(mine.repositories()).containsExactly(GO);
        }
    }

    @Test
    void noMoreUploadsAreOnTheirWayThanMayBe() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try (ScriptedRegistry uploads = new ScriptedRegistry(exchange -> upload(exchange, now, most));
                OciBackend backend = Backends.at(uploads.url(), "concurrency", "3")) {
            List<Future<?>> pushes = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                byte[] content = bytes("content " + i);
                pushes.add(threads.submit(() -> {
                    Artifacts.put(backend, content);
                    return null;
                }));
            }
            for (Future<?> push : pushes) {
                push.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(most.get()).isBetween(2, 3);
        assertThat(now).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANIFEST_BLOB_UNKNOWN", "BLOB_UNKNOWN", "MANIFEST_UNKNOWN"})
    void aPartThatTheRegistryMissesIsMissing(String code) throws Exception {
        try (ScriptedRegistry refusing = new ScriptedRegistry(exchange -> {
                    boolean part = exchange.getRequestURI().getPath().contains("/blobs/");
                    int status = exchange.getRequestMethod().equals("PUT") ? 400 : part ? 200 : 404;
                    byte[] body = part ? bytes("{}") : bytes("{\"errors\":[{\"code\":\"" + code + "\"}]}");
                    answer(exchange, status, body);
                });
                OciBackend backend = Backends.at(refusing.url())) {
            Manifest manifest = Artifacts.manifest("{}");

            assertThatExceptionOfType(MissingContentException.class)
                    .isThrownBy(() -> backend.putManifest(GO, manifest, TAG))
                    .withMessageContaining(code);
        }
    }

    @ParameterizedTest
    @CsvSource({"405, ''", "400, ''", "400, UNSUPPORTED", "403, DENIED", "401, UNAUTHORIZED"})
    void aRegistryThatDeletesNoTagsSaysSo(int status, String code) throws Exception {
        try (ScriptedRegistry refusing = refusing(status, code);
                OciBackend backend = Backends.at(refusing.url())) {
            assertThatExceptionOfType(NotAllowedException.class).isThrownBy(() -> backend.deleteTag(GO, TAG));
        }
    }

    @ParameterizedTest
    @CsvSource({"405, ''", "400, UNSUPPORTED", "403, DENIED"})
    void aRegistryThatDeletesNoManifestsSaysSo(int status, String code) throws Exception {
        Digest digest = Artifacts.manifest("text").digest();
        try (ScriptedRegistry refusing = refusing(status, code);
                OciBackend backend = Backends.at(refusing.url())) {
            assertThatExceptionOfType(NotAllowedException.class)
                    .isThrownBy(() -> backend.deleteManifest(GO, digest))
                    .withMessageContaining("responded with " + status);
        }
    }

    @Test
    void theRealRegistryDeletesNoTags() throws Exception {
        try (OciBackend backend = Backends.at(registry.url() + "/tags")) {
            push(backend, "text");

            assertThatExceptionOfType(NotAllowedException.class)
                    .isThrownBy(() -> backend.deleteTag(GO, TAG))
                    .withMessageContaining("delete its manifest");
            assertThat(backend.resolve(GO, TAG)).isPresent();
        }
    }

    @Test
    void aProjectThatIsNotThereIsNamed() throws Exception {
        try (ScriptedRegistry harbor = new ScriptedRegistry(exchange -> answer(
                        exchange,
                        404,
                        "{\"errors\":[{\"code\":\"NOT_FOUND\",\"message\":\"project team not found\"}]}"));
                OciBackend backend = Backends.at(harbor.url() + "/team")) {
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(() -> push(backend, "text"))
                    .withMessageContaining("'NOT_FOUND project team not found'")
                    .withMessageContaining("has, or creates, such repositories");
        }
    }

    @Test
    void theTagOfADigestIsCutToWhatATagMayBe() {
        Digest digest = Digest.of(new byte[0], io.devfile.registry.spi.oci.model.DigestAlgorithm.SHA512);

        assertThat(Tag.referringTo(digest)).hasToString("sha512-" + digest.hex().substring(0, 64));
    }

    private static ScriptedRegistry refusing(int status, String code) throws IOException {
        return new ScriptedRegistry(exchange -> {
            if (exchange.getRequestMethod().equals("DELETE")) {
                answer(exchange, status, "{\"errors\":[{\"code\":\"" + code + "\"}]}");
            } else {
                answer(exchange, 404, "");
            }
        });
    }

    private static void page(HttpExchange exchange, List<String> tags) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        int from = query.contains("last=") ? Integer.parseInt(query.replaceAll(".*last=t", "")) + 1 : 0;
        int to = Math.min(tags.size(), from + 1000);
        if (to < tags.size()) {
            exchange.getResponseHeaders()
                    .add("Link", "</v2/team/" + GO + "/tags/list?n=1000&last=t" + (to - 1) + ">; rel=\"next\"");
        }
        answer(exchange, 200, "{\"tags\":[\"" + String.join("\",\"", tags.subList(from, to)) + "\"]}");
    }

    private static void upload(HttpExchange exchange, AtomicInteger now, AtomicInteger most) throws IOException {
        exchange.getResponseHeaders().add("Location", "/upload");
        switch (exchange.getRequestMethod()) {
            case "POST" -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                answer(exchange, 202, "");
            }
            case "PUT" -> {
                now.decrementAndGet();
                answer(exchange, 201, "");
            }
            default -> answer(exchange, 404, "");
        }
    }
}
