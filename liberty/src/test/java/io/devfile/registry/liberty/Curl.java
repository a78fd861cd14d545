package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sends requests to a server on this machine with curl, which may run where the test itself has no access. */
final class Curl {

    private final Path directory;
    private final List<String> prefix;
    private final int port;
    private int connections;

    /**
     * @param directory for received content
     * @param prefix the command that runs curl in another place
     */
    Curl(Path directory, List<String> prefix, int port) {
        this.directory = directory;
        this.prefix = prefix;
        this.port = port;
    }

    /** The status of a GET, or 0 if the server does not answer. */
    int status(String path) throws IOException, InterruptedException {
        connections++;
        Path output = Files.createTempFile(directory, "status", "");
        Process process = new ProcessBuilder(
                        line("--output", "/dev/null", "--write-out", "%{http_code}", "http://127.0.0.1:" + port + path))
                .redirectOutput(output.toFile())
                .start();
        process.waitFor();
        int status = Integer.parseInt(Files.readString(output));
        Files.delete(output);
        return status;
    }

    /** The body of a GET that succeeds. */
    byte[] get(String path) throws IOException, InterruptedException {
        connections++;
        Path output = Files.createTempFile(directory, "body", "");
        Command.run(
                directory,
                line("--fail", "--output", output.toString(), "http://127.0.0.1:" + port + path)
                        .toArray(String[]::new));
        byte[] body = Files.readAllBytes(output);
        Files.delete(output);
        return body;
    }

    String text(String path) throws IOException, InterruptedException {
        return new String(get(path), StandardCharsets.UTF_8);
    }

    JsonStructure json(String path) throws IOException, InterruptedException {
        try (JsonReader reader = Json.createReader(new StringReader(text(path)))) {
            return reader.read();
        }
    }

    /** The number of connections that were made for all requests. */
    int connections() {
        return connections;
    }

    private List<String> line(String... arguments) {
        List<String> line = new ArrayList<>(prefix);
        line.addAll(List.of("curl", "--silent", "--show-error", "--noproxy", "*"));
        line.addAll(List.of(arguments));
        assertThat(line).doesNotContain("");
        return line;
    }
}
