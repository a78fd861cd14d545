package io.devfile.registry.oci.layout;

import static io.devfile.registry.oci.layout.Layouts.temporaryFiles;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.json.ManifestContent;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed during a write leaves everything that it had finished, the old or the new state of
 * unfinished writes, and no temporary files.
 */
class CrashTest {

    private static final int CRASHES = 12;
    private static final int MAX_PUSHES = 8;
    private static final int LONGEST_DELAY = 15;

    @TempDir
    private Path root;

    /** The expected manifest of each tag, according to the output of the processes. */
    private final Map<Place, Manifest> finished = new HashMap<>();

    @Test
    @Timeout(300)
    void aKilledWriterLeavesEveryTagWhole() throws Exception {
        Random random = new Random();
        for (int crash = 0; crash < CRASHES; crash++) {
            String run = String.valueOf(crash);
            int last = pushAndKill(run, random.nextInt(MAX_PUSHES), random.nextInt(LONGEST_DELAY));
            for (int push = 0; push <= last; push++) {
                finished.put(Place.of(push), Layouts.manifest(PushForever.text(run, push)));
            }
            assertNothingIsLost(Place.of(last + 1), Layouts.manifest(PushForever.text(run, last + 1)));
        }
    }

    /** Lets a process finish some pushes and then continue for a short time; returns the last push that it finished. */
    private int pushAndKill(String run, int pushes, int milliseconds) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PushForever.class.getName(),
                        root.toString(),
                        run)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            for (int push = 0; push <= pushes; push++) {
                assertThat(output.readLine()).isEqualTo(String.valueOf(push));
            }
            assertThat(process.waitFor(milliseconds, TimeUnit.MILLISECONDS))
                    .as("ended by itself")
                    .isFalse();
            // by its handle, because killing it as a Process also closes its output
            process.toHandle().destroyForcibly();
            process.waitFor();
            return pushes + (int) output.lines().count();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** @param unfinished the tag that may already point to the given manifest */
    private void assertNothingIsLost(Place unfinished, Manifest next) throws Exception {
        try (LayoutBackend backend = new LayoutBackend(root)) {
            backend.probe();
            assertThat(temporaryFiles(root)).isEmpty();
            for (var entry : finished.entrySet()) {
                Place place = entry.getKey();
                Manifest found =
                        backend.manifest(place.repository(), place.tag()).orElseThrow();
                if (place.equals(unfinished) && found.equals(next)) {
                    entry.setValue(next);
                }
                assertThat(found).isEqualTo(entry.getValue());
            }
            for (RepositoryName repository : backend.repositories()) {
                for (Tag tag : backend.tags(repository).orElseThrow()) {
                    assertWhole(backend, repository, tag);
                }
            }
        }
    }

    private static void assertWhole(LayoutBackend backend, RepositoryName repository, Tag tag) throws Exception {
        Manifest manifest = backend.manifest(repository, tag).orElseThrow();
        for (var part : ManifestContent.of(manifest).blobs()) {
            try (InputStream stream =
                    backend.blob(repository, part.digest()).orElseThrow().open()) {
                assertThat(stream.readAllBytes()).hasSize((int) part.size());
            }
        }
    }

    private record Place(RepositoryName repository, Tag tag) {

        static Place of(int push) {
            return new Place(PushForever.repository(push), PushForever.tag(push));
        }
    }
}
