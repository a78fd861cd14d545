package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.StackSourceContractTest;
import io.devfile.registry.spi.source.StackSourceProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

class PathContractTest extends StackSourceContractTest {

    private final Map<String, String> files = new TreeMap<>();

    @Override
    protected StackSourceProvider provider() {
        return new ArchiveSourceProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("path", archive().toString());
    }

    @Override
    protected void deliver(String file, String text) throws IOException {
        files.put(file, text);
        Files.write(archive(), Archives.zip(files));
    }

    @Override
    protected void loseOrigin() throws IOException {
        Files.deleteIfExists(archive());
    }

    private Path archive() {
        return scratch.resolve("stacks.zip");
    }
}
