package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.assertPulled;
import static io.devfile.registry.oci.distribution.Artifacts.push;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real registry with a certificate from a private authority. */
@Timeout(60)
class TlsTest {

    @TempDir
    private static Path directory;

    private static KeyTool keys;

    @AutoClose
    private static DockerRegistry registry;

    @BeforeAll
    static void startRegistry() throws Exception {
        keys = new KeyTool(directory.resolve("keys"));
        keys.authority("authority");
        keys.authority("other");
        keys.server("server", "authority");
        registry = DockerRegistry.start(
                directory, "  tls:\n    certificate: %s\n    key: %s\n".formatted(certificate(), key()), "");
    }

    @Test
    void oneWhoTrustsTheAuthorityPushesAndPulls() throws Exception {
        Path bundle = Files.writeString(
                directory.resolve("bundle.pem"),
                "# two of them\n" + Files.readString(keys.certificateFile("other"))
                        + Files.readString(keys.certificateFile("authority")));
        try (OciBackend backend = Backends.at(registry.url(), "ca", bundle.toString())) {
            backend.probe();
            push(backend, "schemaVersion: 2.2.2");

            assertPulled(backend, "schemaVersion: 2.2.2");
        }
    }

    @Test
    void oneWhoTrustsAnotherAuthorityIsTold() throws Exception {
        try (OciBackend backend =
                Backends.at(registry.url(), "ca", keys.certificateFile("other").toString())) {
            assertUntrusted(backend);
        }
    }

    @Test
    void oneWhoTrustsNoneIsTold() throws Exception {
        try (OciBackend backend = Backends.at(registry.url())) {
            assertUntrusted(backend);
        }
    }

    @Test
    void anotherNameThanTheCertificateHasIsNotTrusted() throws Exception {
        try (OciBackend backend = Backends.at(
                "https://localhost:" + registry.port(),
                "ca",
                keys.certificateFile("authority").toString())) {
            assertUntrusted(backend);
        }
    }

    @Test
    void plainHttpToAPortWithTlsIsNotTakenForARegistry() throws Exception {
        try (OciBackend backend = Backends.at("http://127.0.0.1:" + registry.port())) {
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(backend::probe)
                    .withMessageContaining("responded with 400");
        }
    }

    private static void assertUntrusted(OciBackend backend) {
        assertThatExceptionOfType(OciBackendException.class)
                .isThrownBy(backend::probe)
                .withMessageContaining("is not trusted")
                .withMessageContaining("Set ca to a file");
    }

    private static Path certificate() throws Exception {
        return keys.certificateFile("server");
    }

    private static Path key() throws Exception {
        return keys.keyFile("server");
    }
}
