package io.devfile.registry.liberty;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The packaged registry in a separate server process, as an operator runs it. */
final class RegistryServer implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    /** A test server runs for seconds: full compilation of its code would take half of its processor time. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    /** Enables {@code /api} on every server, unless a test sets another token. */
    static final String TOKEN = "a-token-for-tests";

    private final Path home;
    private final Path data;
    private final Map<String, String> environment = new TreeMap<>();
    private final int port;
    private List<String> prefix = List.of();
    private Process process;

    /** @param directory for everything that the server writes */
    RegistryServer(Path directory) throws IOException {
        this.home = directory.resolve("usr");
        this.data = directory.resolve("data");
        this.port = freePort();
        Path server = home.resolve("servers/registry");
        copy(Path.of(System.getProperty("liberty.config")), server);
        Files.createDirectories(server.resolve("apps"));
        Files.copy(Path.of(System.getProperty("registry.ear")), server.resolve("apps/registry-ear.ear"));
        environment.put("JVM_ARGS", QUICK_START);
        environment.put("WLP_USER_DIR", home.toString());
        environment.put("REGISTRY_HTTP_PORT", Integer.toString(port));
        environment.put("REGISTRY_HTTPS_PORT", Integer.toString(freePort()));
        environment.put("REGISTRY_DATA_DIR", data.toString());
        environment.put("REGISTRY_API_TOKEN", TOKEN);
    }

    /** Sets an environment variable for the next start. */
    RegistryServer with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Adds elements to the server's configuration, from the next start on. */
    RegistryServer withConfiguration(String elements) throws IOException {
        Path overrides = Files.createDirectories(home.resolve("servers/registry/configDropins/overrides"));
        Files.writeString(overrides.resolve("test.xml"), "<server>" + elements + "</server>");
        return this;
    }

    /** Stores its artifacts in another registry, from the next start on. */
    RegistryServer withBackend(URI registry) {
        return with("REGISTRY_OCI_TYPE", "distribution").with("REGISTRY_OCI_URL", registry.toString());
    }

    /** Serves a directory as its only source, from the next start on. */
    RegistryServer withDirectory(String source, Path directory) {
        String prefix = "REGISTRY_SOURCE_" + source.toUpperCase(Locale.ROOT);
        return with("REGISTRY_SOURCES", source)
                .with(prefix + "_TYPE", "filesystem")
                .with(prefix + "_PATH", directory.toString());
    }

    /** Starts by way of another command, which is given the command line of the server, from the next start on. */
    RegistryServer startedBy(List<String> command) {
        prefix = List.copyOf(command);
        return this;
    }

    /** The ID of the server process itself, which may be the process of the start script. */
    long processId() {
        return processes().findFirst().orElseThrow().pid();
    }

    /** Whether the server process itself is running. */
    boolean isRunning() {
        return processes().findFirst().isPresent();
    }

    private Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .filter(one -> one.info().command().orElse("").endsWith("java"));
    }

    /** The registry's data directory. */
    Path data() {
        return data;
    }

    URI base() {
        return URI.create("http://localhost:" + port);
    }

    int port() {
        return port;
    }

    Http http() {
        return new Http(base());
    }

    /** The response of {@code /api/status}. */
    JsonObject status() {
        return Http.json(http().get("/api/status", "Authorization", "Bearer " + TOKEN))
                .asJsonObject();
    }

    /** The console output of the server since this object was created. */
    String console() throws IOException {
        return Files.readString(home.resolve("console.log"));
    }

    /** The log of the server since this start. The console shows only what is more severe than information. */
    String log() throws IOException {
        return Files.readString(home.resolve("servers/registry/logs/messages.log"));
    }

    void start() throws IOException {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of(System.getProperty("liberty.home") + "/bin/server", "run", "registry"));
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("console.log").toFile()));
        process = builder.start();
    }

    void startAndAwaitReady() throws IOException {
        start();
        awaitReady();
    }

    void awaitReady() {
        await().atMost(TIMEOUT).pollInterval(Duration.ofMillis(100)).until(() -> http().status("/health/ready") == 200);
    }

    /** Like {@code kill -9}: no more code in the process runs. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        await().atMost(TIMEOUT).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            kill();
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path file : all) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }
}
