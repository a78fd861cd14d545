package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.StackSourceContractTest;
import io.devfile.registry.spi.source.StackSourceProvider;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class UrlContractTest extends StackSourceContractTest {

    private static final String SECRET = "s3cret-t0ken";

    private final Map<String, String> files = new TreeMap<>();
    private ArchiveServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ArchiveServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Override
    protected StackSourceProvider provider() {
        return new ArchiveSourceProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", server.url(), "token", SECRET);
    }

    @Override
    protected void deliver(String file, String text) throws IOException {
        files.put(file, text);
        server.serve(Archives.gzip(Archives.tar(files)));
    }

    @Override
    protected void loseOrigin() {
        server.answer(404);
    }

    @Override
    protected Optional<String> secret() {
        return Optional.of(SECRET);
    }

    @Override
    protected boolean usesNetwork() {
        return true;
    }

    @Override
    protected CountDownLatch stall() {
        CountDownLatch reached = new CountDownLatch(1);
        server.behave(exchange -> reached.countDown());
        return reached;
    }
}
