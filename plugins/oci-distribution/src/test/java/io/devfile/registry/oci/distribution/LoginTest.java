package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.Artifacts.TAG;
import static io.devfile.registry.oci.distribution.Artifacts.assertPulled;
import static io.devfile.registry.oci.distribution.Artifacts.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real registry that requires a user and a password. */
@Timeout(60)
class LoginTest {

    private static final String PASSWORD = "s3cret";

    /** The user "me" with that password, hashed with bcrypt. */
    private static final String LOGIN = "me:$2b$05$abcdefghijklmnopqrstuuLK7U1u6pVRmL7L1BBM2aS35PSZnDXlK\n";

    @TempDir
    private static Path directory;

    @AutoClose
    private static DockerRegistry registry;

    @BeforeAll
    static void startRegistry() throws Exception {
        Path logins = Files.writeString(directory.resolve("htpasswd"), LOGIN);
        registry = DockerRegistry.start(directory, "", """
                auth:
                  htpasswd:
                    realm: tests
                    path: %s
                """.formatted(logins));
    }

    @Test
    void aUserPushesAndPulls() throws Exception {
        try (OciBackend backend = Backends.at(registry.url() + "/login", "username", "me", "password", PASSWORD)) {
            backend.probe();
            push(backend, "schemaVersion: 2.2.2");

            assertPulled(backend, "schemaVersion: 2.2.2");
            assertThat(backend.repositories()).containsExactly(GO);
            assertThat(backend.location()).isEqualTo(registry.url() + "/login");
        }
    }

    @Test
    void aPasswordInAFileMayChange() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "outdated");
        try (OciBackend backend =
                Backends.at(registry.url() + "/file", "username", "me", "password-file", file.toString())) {
            assertThatExceptionOfType(NotAllowedException.class).isThrownBy(backend::probe);

            Files.writeString(file, PASSWORD + "\n");
            backend.probe();
            push(backend, "schemaVersion: 2.2.2");

            assertPulled(backend, "schemaVersion: 2.2.2");
        }
    }

    @Test
    void aWrongPasswordIsNotLetIn() throws Exception {
        try (OciBackend backend = Backends.at(registry.url(), "username", "me", "password", "wr0ng")) {
            assertRefused(backend::probe, "username and password");
            assertRefused(() -> backend.resolve(GO, TAG), "username and password");
            assertRefused(() -> push(backend, "a"), "username and password");
            assertRefused(() -> backend.repositories(), "username and password");
        }
    }

    @Test
    void nobodyIsNotLetIn() throws Exception {
        try (OciBackend backend = Backends.at(registry.url())) {
            assertRefused(backend::probe, "Set username and password");
            assertRefused(() -> backend.resolve(GO, TAG), "Set username and password");
        }
    }

    private static void assertRefused(ThrowingCallable call, String reason) {
        assertThatExceptionOfType(NotAllowedException.class)
                .isThrownBy(call)
                .withMessageContaining(reason)
                .withMessageNotContaining("wr0ng");
    }
}
