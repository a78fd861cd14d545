package io.devfile.registry.bench;

import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.devfile.Violation;
import io.devfile.registry.catalog.yaml.YamlDocument;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.toolkit.json.ImageManifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What is done for each version: its devfile, of a usual size, is read and validated, and its manifest is made. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VersionBenchmark {

    private static final String COMMAND = """
              - id: %1$s
                exec:
                  component: tools
                  commandLine: make %1$s && echo "%1$s is ready"
                  workingDir: ${PROJECT_SOURCE}
                  group: {kind: %1$s, isDefault: true}
            """;

    private final YamlReader reader = new YamlReader();
    private final DevfileValidator validator = new DevfileValidator();
    private final ImageManifest manifest = manifest();
    private byte[] bytes = {};
    private @Nullable YamlDocument document;

    /** Makes the devfile. */
    @Setup
    public void make() throws YamlReadException {
        StringBuilder text = new StringBuilder("""
                schemaVersion: 2.2.2
                metadata:
                  name: measured
                  version: 1.0.0
                  displayName: Measured
                  description: A devfile for measurements
                  provider: Example
                  supportUrl: https://example.invalid/support
                  language: Java
                  projectType: maven
                  tags: [Java, Maven, Server]
                  architectures: [amd64, arm64]
                starterProjects:
                  - name: starter
                    git: {remotes: {origin: "https://example.invalid/starter.git"}}
                components:
                  - name: tools
                    container:
                      image: example.invalid/tools:1.0.0
                      memoryLimit: 1024Mi
                      mountSources: true
                      endpoints: [{name: http, targetPort: 8080}]
                      volumeMounts: [{name: cache, path: /home/user/.cache}]
                  - name: cache
                    volume: {size: 3Gi}
                commands:
                """);
        for (String group : List.of("build", "run", "test", "debug")) {
            text.append(COMMAND.formatted(group));
        }
        bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        document = reader.read(bytes);
        List<Violation> violations = validate();
        if (!violations.isEmpty()) {
            throw new IllegalStateException("The devfile should be valid, but has " + violations);
        }
    }

    @Benchmark
    public YamlDocument readYaml() throws YamlReadException {
        return reader.read(bytes);
    }

    @Benchmark
    public List<Violation> validate() {
        return validator.validate(Objects.requireNonNull(document));
    }

    @Benchmark
    public Manifest makeManifest() {
        return manifest.toManifest();
    }

    private static ImageManifest manifest() {
        byte[] content = "content".getBytes(StandardCharsets.UTF_8);
        Descriptor part = Descriptor.of(MediaType.OCTET_STREAM, Digest.of(content), content.length);
        return new ImageManifest(part, List.of(part, part, part));
    }
}
