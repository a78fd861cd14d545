package io.devfile.registry.oci.distribution;

import static io.devfile.registry.oci.distribution.Artifacts.GO;
import static io.devfile.registry.oci.distribution.Artifacts.assertPulled;
import static io.devfile.registry.oci.distribution.Artifacts.push;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.model.Manifest;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real registry that requires tokens from a token service. */
@Timeout(60)
class TokenTest {

    private static final String PASSWORD = "s3cret";

    @TempDir
    private static Path directory;

    @AutoClose
    private static TokenServer tokens;

    @AutoClose
    private static DockerRegistry registry;

    @BeforeAll
    static void startRegistry() throws Exception {
        KeyTool keys = new KeyTool(directory.resolve("keys"));
        keys.authority("tokens");
        tokens = new TokenServer(keys.key("tokens"), keys.certificate("tokens"), "me", PASSWORD);
        registry = DockerRegistry.start(directory, "", """
                auth:
                  token:
                    realm: %s
                    service: %s
                    issuer: %s
                    rootcertbundle: %s
                """.formatted(
                        tokens.realm(), TokenServer.SERVICE, TokenServer.ISSUER, keys.certificateFile("tokens")));
    }

    @Test
    void oneTokenDoesForAllThatItIsFor() throws Exception {
        int before = tokens.asked().size();
        try (OciBackend backend = Backends.at(registry.url() + "/team", "username", "me", "password", PASSWORD)) {
            backend.probe();
            for (String text : new String[] {"one", "two", "three"}) {
                push(backend, text);
                assertPulled(backend, text);
            }
            Manifest manifest = push(backend, "four");
            assertThat(backend.repositories()).containsExactly(GO);
            backend.deleteManifest(GO, manifest.digest());
            assertThat(backend.manifest(GO, manifest.digest())).isEmpty();
        }

        // docker-registry names the actions in any order
        assertThat(tokens.asked().subList(before, tokens.asked().size()))
                .map(scope -> scope.replace("push,pull", "pull,push"))
                .containsExactly(
                        "",
                        "repository:team/devfile-catalog/go:pull",
                        "repository:team/devfile-catalog/go:pull,push",
                        "registry:catalog:*",
                        "repository:team/devfile-catalog/go:delete");
    }

    @Test
    void aWrongPasswordGetsNoToken() throws Exception {
        try (OciBackend backend = Backends.at(registry.url(), "username", "me", "password", "wr0ng")) {
            assertThatExceptionOfType(NotAllowedException.class)
                    .isThrownBy(() -> push(backend, "a"))
                    .withMessageContaining("the token service of the registry, responded with 401")
                    .withMessageNotContaining("wr0ng")
                    .withMessageNotContaining("from=realm");
        }
    }
}
