package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.Artifacts.bytes;
import static io.devfile.registry.oci.distribution.ScriptedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.json.ImageIndexJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The referrers of a manifest are found through the registry, through a tag, or through both. */
@Timeout(60)
class ReferrersTest {

    private static final Manifest SUBJECT = Artifacts.manifest("subject");
    private static final MediaType SIGNATURE = new MediaType("application/vnd.example.signature.v1");
    private static final Descriptor ONE = referrer("one");
    private static final Descriptor TWO = referrer("two");
    private static final Descriptor THREE = referrer("three");

    @TempDir
    private Path directory;

    @Test
    void pagesAndTheTagAreMergedEachOnceByDigest() throws Exception {
        try (ScriptedRegistry registry = new ScriptedRegistry(exchange -> {
                    switch (exchange.getRequestURI().toString().replaceAll(".*/(referrers|manifests)/", "")) {
                        case "PAGE" -> list(exchange, TWO, ONE);
                        default -> {
                            if (exchange.getRequestURI().getPath().contains("/referrers/")) {
                                exchange.getResponseHeaders()
                                        .add("Link", "<PAGE>; rel=\"next\", <x>; rel=\"previous\"");
                                list(exchange, ONE);
                            } else {
                                list(exchange, THREE, TWO);
                            }
                        }
                    }
                });
                OciBackend backend = Backends.at(registry.url())) {
            List<Descriptor> referrers = backend.referrers(GO, SUBJECT.digest());

            assertThat(referrers).containsExactlyInAnyOrder(ONE, TWO, THREE);
            assertThat(referrers).extracting(Descriptor::digest).isSorted();
        }
    }

    @Test
    void aRegistryThatKeepsTrackNeedsNoTag() throws Exception {
        Manifest signature = signature();
        try (ScriptedRegistry registry = new ScriptedRegistry(exchange -> {
                    if (exchange.getRequestMethod().equals("PUT")) {
                        exchange.getResponseHeaders()
                                .add("OCI-Subject", SUBJECT.digest().toString());
                        answer(exchange, 201, "");
                    } else {
                        answer(exchange, 404, "");
                    }
                });
                OciBackend backend = Backends.at(registry.url())) {
            backend.putManifest(GO, signature);

            assertThat(registry.requests())
                    .extracting(Object::toString)
                    .containsExactly(path("PUT", signature.digest()));
        }
    }

    @Test
    void whatIsGoneLeavesTheTag() throws Exception {
        Manifest signature = signature();
        try (DockerRegistry registry = DockerRegistry.start(directory);
                OciBackend backend = Backends.at(registry.url())) {
            backend.putManifest(GO, signature);
            assertThat(backend.referrers(GO, SUBJECT.digest()))
                    .extracting(Descriptor::digest)
                    .containsExactly(signature.digest());
            assertThat(backend.resolve(GO, Tag.referringTo(SUBJECT.digest()))).isPresent();

            backend.deleteManifest(GO, signature.digest());

            assertThat(backend.referrers(GO, SUBJECT.digest())).isEmpty();
        }
    }

    @Test
    void whatSomebodyElseDeletedIsLeftOutOfTheTag() throws Exception {
        Manifest first = signature();
        Manifest second = signature("2");
        try (DockerRegistry registry = DockerRegistry.start(directory);
                OciBackend backend = Backends.at(registry.url());
                HttpProxy unaware = new HttpProxy(registry, (exchange, number, body) -> {
                    // A client that does not read a manifest before it deletes it.
                    boolean look = exchange.getRequestMethod().equals("GET");
                    if (look) {
                        answer(exchange, 404, "");
                    }
                    return look;
                });
                OciBackend other = Backends.at(unaware.url())) {
            backend.putManifest(GO, first);
            other.deleteManifest(GO, first.digest());

            backend.putManifest(GO, second);

            assertThat(backend.referrers(GO, SUBJECT.digest()))
                    .extracting(Descriptor::digest)
                    .containsExactly(second.digest());
        }
    }

    @Test
    void aTagWithSomethingElseBehindItIsNamed() throws Exception {
        try (ScriptedRegistry registry = new ScriptedRegistry(exchange -> {
                    if (exchange.getRequestURI().getPath().contains("/referrers/")) {
                        answer(exchange, 404, "404 page not found");
                    } else {
                        exchange.getResponseHeaders().add("Content-Type", MediaType.IMAGE_INDEX.value());
                        answer(exchange, 200, "{\"manifests\":[{}]}");
                    }
                });
                OciBackend backend = Backends.at(registry.url())) {
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(() -> backend.referrers(GO, SUBJECT.digest()))
                    .withMessageContaining(
                            "the manifest sha256-" + SUBJECT.digest().hex())
                    .withMessageContaining("no valid digest");
        }
    }

    private static String path(String method, Digest digest) {
        return method + " /v2/" + GO + "/manifests/" + digest;
    }

    private static void list(HttpExchange exchange, Descriptor... referrers) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", MediaType.IMAGE_INDEX.value());
        answer(exchange, 200, ImageIndexJson.format(List.of(referrers)));
    }

    private static Descriptor referrer(String text) {
        return new Descriptor(
                MediaType.IMAGE_MANIFEST,
                Digest.of(bytes(text)),
                text.length(),
                new TreeMap<>(Map.of("text", text)),
                SIGNATURE);
    }

    private static Manifest signature() {
        return signature("1");
    }

    /** A manifest that requires no other content, and refers to the subject. */
    private static Manifest signature(String number) {
        return Manifest.of(
                MediaType.IMAGE_INDEX,
                bytes("{\"schemaVersion\":2,\"mediaType\":\"" + MediaType.IMAGE_INDEX
                        + "\",\"manifests\":[],\"subject\":"
                        + "{\"mediaType\":\"" + MediaType.IMAGE_MANIFEST + "\",\"digest\":\"" + SUBJECT.digest()
                        + "\",\"size\":" + SUBJECT.size() + "},\"annotations\":{\"number\":\"" + number + "\"}}"));
    }
}
