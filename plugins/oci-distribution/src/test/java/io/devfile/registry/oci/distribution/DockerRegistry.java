package io.devfile.registry.oci.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Debian's docker-registry in a separate process, on its own port. Can be killed and started again. */
public final class DockerRegistry implements AutoCloseable {

    private static final String PROGRAM = "docker-registry";

    private final Path directory;
    private final int port;
    private final String scheme;
    private Process process;

    /**
     * Starts a registry.
     *
     * @param directory for all files that it writes
     * @param sections of its configuration in addition to storage and address, in YAML; {@code http:} has members with
     *     two spaces
     */
    public static DockerRegistry start(Path directory, String http, String sections) throws IOException {
        requireProgram();
        DockerRegistry registry = new DockerRegistry(directory, freePort(), http.contains("tls") ? "https" : "http");
        registry.configure(http, sections);
        registry.start();
        return registry;
    }

    /** Starts a registry without authentication. */
    public static DockerRegistry start(Path directory) throws IOException {
        return start(directory, "", "");
    }

    private DockerRegistry(Path directory, int port, String scheme) {
        this.directory = directory;
        this.port = port;
        this.scheme = scheme;
    }

    public int port() {
        return port;
    }

    public URI url() {
        return URI.create(scheme + "://127.0.0.1:" + port);
    }

    /** The file with the bytes of a blob. */
    public Path blob(String hex) {
        return directory.resolve("data/docker/registry/v2/blobs/sha256/" + hex.substring(0, 2) + "/" + hex + "/data");
    }

    public void start() throws IOException {
        process = new ProcessBuilder(
                        PROGRAM, "serve", directory.resolve("config.yml").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()))
                .start();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(this::isListening);
    }

    /** As {@code kill -9}. */
    public void kill() {
        process.destroyForcibly();
        await().atMost(Duration.ofSeconds(10)).until(() -> !process.isAlive());
    }

    /** As {@code kill -STOP}: connections are accepted, but there are no responses. */
    public void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** As {@code kill -CONT}. */
    public void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Override
    public void close() {
        kill();
    }

    private void configure(String http, String sections) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve("config.yml"), """
                version: 0.1
                log:
                  level: warn
                  accesslog:
                    disabled: true
                storage:
                  delete:
                    enabled: true
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: 127.0.0.1:%d
                %s
                %s
                """.formatted(directory.resolve("data"), port, http, sections));
    }

    private boolean isListening() throws IOException {
        assertThat(process.isAlive())
                .as(() -> PROGRAM + " runs; its log is " + directory.resolve("log"))
                .isTrue();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireProgram() {
        boolean installed = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, PROGRAM)));
        if (System.getenv("CI") != null) {
            assertThat(installed).as(PROGRAM + " is installed").isTrue();
        }
        assumeTrue(installed, PROGRAM + " is not installed");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
