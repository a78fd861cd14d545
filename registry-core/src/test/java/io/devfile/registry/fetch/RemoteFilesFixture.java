package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A guard that lets {@code a.test} be reached, which is this machine, and what is to be fetched from there. */
abstract class RemoteFilesFixture {

    /** Every name below {@code test} is 127.0.0.1. */
    static final HostResolver HERE = name -> {
        if (name.endsWith(".test")) {
            return List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        }
        throw new UnknownHostException(name);
    };

    static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    final List<RawServer> servers = new ArrayList<>();
    FetchGuard guard;
    RemoteFiles files;

    @BeforeEach
    void open() throws Exception {
        guard = FetchGuard.of(List.of("a.test"), null, false, HERE);
        files = new RemoteFiles(guard);
    }

    @AfterEach
    void close() throws IOException {
        files.close();
        for (RawServer server : servers) {
            server.close();
        }
    }

    RawServer server(RawServer.Answer answer) throws IOException {
        RawServer server = new RawServer(answer);
        servers.add(server);
        return server;
    }

    RawServer server(String answer) throws IOException {
        return server((request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static FetchRequest request(String address) {
        return FetchRequest.of(address, 1000, LONG);
    }

    static FetchRequest request(RawServer server) {
        return request("http://a.test:" + server.port() + "/file");
    }

    Fetched<String> fetch(FetchRequest request) throws FetchException, InterruptedException {
        return files.bytes(request).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    FetchException failure(FetchRequest request) {
        FetchException failure = catchThrowableOfType(FetchException.class, () -> files.bytes(request));
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    long contents() throws IOException {
        try (var all = Files.list(directory.resolve("content"))) {
            return all.count();
        }
    }
}
