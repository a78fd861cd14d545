package io.devfile.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.Validators;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.remote.RemoteTree;
import io.devfile.registry.remote.RemoteTrees;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.starter.StarterZips;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteFailuresTest {

    @Test
    void aClientIsToldTheStatusAndTheReason(@TempDir Path directory) throws Exception {
        RemoteTrees.Limits limits = new RemoteTrees.Limits(1000, Duration.ofSeconds(1), Duration.ofSeconds(1));
        StarterProject project =
                new StarterProject("p", "", "", GitOrigin.of(Map.of("origin", "https://me:secret@a/b"), ""), null);
        try (RemoteTrees offline = RemoteTrees.offline(directory, limits, Clock.systemUTC())) {
            StarterZips zips = new StarterZips(offline, Duration.ofSeconds(1));
            RemoteException failure = zips.find(project).orElseThrow().failure();
            RegistryException error = RemoteFailures.of("the starter project 'p'", failure);
            Response response = new RegistryErrorMapper().toResponse(error);

            assertThat(response.getStatus()).isEqualTo(503);
            assertThat(response.getEntity())
                    .isEqualTo(new FailureBody(
                            "the starter project 'p' cannot be fetched from its remote", failure.getMessage()));
            assertThat(failure.getMessage()).contains("offline").doesNotContain("secret");
        }
    }

    @Test
    void aRemoteThatIsNotThereIsRefused(@TempDir Path directory) throws Exception {
        RemoteTrees.Limits limits = new RemoteTrees.Limits(1000, Duration.ofSeconds(1), Duration.ofSeconds(1));
        StarterProject project = new StarterProject("p", "", "", GitOrigin.of(Map.of(), ""), null);
        try (RemoteTrees offline = RemoteTrees.offline(directory, limits, Clock.systemUTC())) {
            assertThatExceptionOfType(RemoteException.class)
                    .isThrownBy(() -> new StarterZips(offline, Duration.ofSeconds(1)).find(project))
                    .satisfies(
                            e -> assertThat(RemoteFailures.of("x", e).status()).isEqualTo(403));
        }
    }

    @Test
    void whatIsOldSaysHowOld() {
        Instant now = Instant.parse("2025-01-02T03:04:05Z");
        StoredFile zip = new StoredFile(Digest.of(new byte[0]), 0);
        RemoteTree tree = new RemoteTree("c", zip, null, Validators.NONE, now.minusSeconds(90));
        Response.ResponseBuilder response = Response.ok();

        StarterProjectEndpoint.markStale(response, tree, now);

        assertThat(response.build().getHeaderString("Age")).isEqualTo("90");
        assertThat(response.build().getHeaderString("Cache-Status")).startsWith("devfile-registry; fwd=stale");
    }
}
