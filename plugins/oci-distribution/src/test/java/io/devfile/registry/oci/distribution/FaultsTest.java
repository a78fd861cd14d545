package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.Artifacts.TAG;
import static io.devfile.registry.oci.distribution.Artifacts.assertPulled;
import static io.devfile.registry.oci.distribution.Artifacts.bytes;
import static io.devfile.registry.oci.distribution.Artifacts.push;
import static io.devfile.registry.oci.distribution.Artifacts.random;
import static io.devfile.registry.oci.distribution.Artifacts.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faults of a real registry, and of the connection to it. */
@Timeout(120)
class FaultsTest {

    private static final String TEXT = "schemaVersion: 2.2.2";

    @TempDir
    private Path directory;

    @AutoClose
    private DockerRegistry registry;

    @BeforeEach
    void startRegistry() throws Exception {
        registry = DockerRegistry.start(directory);
    }

    @Test
    void aRegistryThatFailsEveryThirdRequestIsUsedAllTheSame() throws Exception {
        try (HttpProxy proxy = new HttpProxy(registry, (exchange, number, body) -> number % 3 == 0 && fail(exchange));
                OciBackend backend = Backends.at(proxy.url())) {
            push(backend, TEXT);
            assertPulled(backend, TEXT);

            Manifest manifest = push(backend, "another");
            backend.deleteManifest(GO, manifest.digest());
            assertThat(backend.resolve(GO, TAG)).isEmpty();
        }
    }

    @Test
    void connectionsThatEndWithoutAnswerAreMadeAgain() throws Exception {
        try (HttpProxy proxy = new HttpProxy(registry, (exchange, number, body) -> number % 3 == 0);
                OciBackend backend = Backends.at(proxy.url())) {
            push(backend, TEXT);
            assertPulled(backend, TEXT);
        }
    }

    @Test
    void answersThatBreakOffAreReadAgainFromThere() throws Exception {
        byte[] content = random(1_000_000);
        AtomicInteger breaks = new AtomicInteger(2);
        try (OciBackend direct = Backends.at(registry.url())) {
            Artifacts.put(direct, content);
            push(direct, TEXT);
        }
        HttpProxy[] proxy = new HttpProxy[1];
        proxy[0] = new HttpProxy(registry, (exchange, number, body) -> {
            boolean broken = exchange.getRequestMethod().equals("GET") && breaks.getAndDecrement() > 0;
            if (broken) {
                proxy[0].passOnHalf(exchange, body);
            }
            return broken;
        });
        try (HttpProxy stopped = proxy[0];
                OciBackend backend = Backends.at(stopped.url())) {
            assertThat(read(backend, Digest.of(content))).isEqualTo(content);
            assertThat(stopped.requests())
                    .extracting(request -> request.range().orElse("all"))
                    .containsExactly("all", "all", "bytes=500000-999999", "bytes=750000-999999");

            breaks.set(2);
            assertThat(backend.manifest(GO, TAG)).contains(Artifacts.manifest(TEXT));
        }
    }

    @Test
    void connectionsThatAreResetWhileContentIsSentAreMadeAgain() throws Exception {
        byte[] content = random(6_000_000);
        try (TcpProxy proxy = new TcpProxy(registry);
                OciBackend backend = Backends.at(proxy.url())) {
            backend.probe();
            proxy.reset(2, 1_000_000);

            Artifacts.put(backend, content);

            assertThat(proxy.pendingResets()).isZero();
            assertThat(read(backend, Digest.of(content))).isEqualTo(content);
        }
    }

    @Test
    void connectionsThatAreResetWhileContentIsReadAreMadeAgain() throws Exception {
        byte[] content = random(6_000_000);
        try (TcpProxy proxy = new TcpProxy(registry);
                OciBackend backend = Backends.at(proxy.url())) {
            Artifacts.put(backend, content);
            proxy.reset(3, 1_000_000);

            assertThat(read(backend, Digest.of(content))).isEqualTo(content);
            assertThat(proxy.pendingResets()).isZero();
        }
    }

    @Test
    void aSlowRegistryTakesLongerThanTheTimeoutAsLongAsItGoesOn() throws Exception {
        byte[] content = random(600_000);
        try (TcpProxy proxy = new TcpProxy(registry);
                OciBackend backend = Backends.at(proxy.url(), "timeout", "PT1S")) {
            proxy.slow(16 * 1024, Duration.ofMillis(50));
            Artifacts.put(backend, content);

            assertThat(read(backend, Digest.of(content))).isEqualTo(content);
        }
    }

    @Test
    void aRegistryThatIsKilledInMidPushAndComesBackGetsTheBlob() throws Exception {
        byte[] content = random(3_000_000);
        AtomicBoolean first = new AtomicBoolean(true);
        try (OciBackend backend = Backends.at(registry.url())) {
            backend.putBlob(GO, Digest.of(content), content.length, () -> {
                InputStream start = new ByteArrayInputStream(content, 0, 2_000_000);
                InputStream rest = new ByteArrayInputStream(content, 2_000_000, 1_000_000);
                return first.getAndSet(false)
                        ? new SequenceInputStream(new SequenceInputStream(start, new Restart()), rest)
                        : new ByteArrayInputStream(content);
            });

            assertThat(read(backend, Digest.of(content))).isEqualTo(content);
        }
    }

    @Test
    void aRegistryThatIsGoneIsSaidToBe() throws Exception {
        try (OciBackend backend = Backends.at(registry.url())) {
            push(backend, TEXT);
            registry.kill();

            for (ThrowingCallable call : new ThrowingCallable[] {
                backend::probe, () -> backend.resolve(GO, TAG), () -> push(backend, "b"), () -> backend.tags(GO)
            }) {
                assertThatExceptionOfType(OciBackendException.class)
                        .isThrownBy(call)
                        .withMessageContaining(registry.url() + " does not accept connections");
            }

            registry.start();
            backend.probe();
            assertPulled(backend, TEXT);
        }
    }

    @Test
    void whatTheRegistrysDiskGotWrongIsNoticed() throws Exception {
        Manifest manifest = Artifacts.manifest(TEXT);
        Digest layer = Digest.of(bytes(TEXT));
        try (OciBackend backend = Backends.at(registry.url())) {
            push(backend, TEXT);
            flip(registry.blob(layer.hex()));
            Blob blob = backend.blob(GO, layer).orElseThrow();
            try (InputStream stream = blob.open()) {
                assertThatExceptionOfType(IOException.class)
                        .isThrownBy(stream::readAllBytes)
                        .withMessageContaining("instead of " + layer);
            }

            flip(registry.blob(manifest.digest().hex()));
            // This registry verifies the content itself, and does not return it.
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(() -> backend.manifest(GO, TAG))
                    .withMessageContaining("responded with 500");
        }
    }

    private static void flip(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[content.length / 2] ^= 1;
        Files.write(file, Arrays.copyOf(content, content.length));
    }

    private static boolean fail(HttpExchange exchange) throws IOException {
        ScriptedRegistry.answer(exchange, 503, "");
        return true;
    }

    /** Contains no bytes; the registry is killed and started again during the read. */
    private final class Restart extends InputStream {

        private boolean done;

        @Override
        public int read() throws IOException {
            if (!done) {
                done = true;
                registry.kill();
                registry.start();
            }
            return -1;
        }
    }
}
