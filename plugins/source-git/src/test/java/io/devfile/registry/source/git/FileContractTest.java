package io.devfile.registry.source.git;

import io.devfile.registry.spi.source.StackSourceContractTest;
import io.devfile.registry.spi.source.StackSourceProvider;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

class FileContractTest extends StackSourceContractTest {

    private final Map<String, String> files = new TreeMap<>();

    @Override
    protected StackSourceProvider provider() {
        return new GitSourceProvider();
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("url", "file://" + directory());
    }

    @Override
    protected void deliver(String file, String text) throws IOException {
        files.put(file, text);
        GitOrigin origin = Files.exists(directory()) ? new GitOrigin(directory()) : GitOrigin.create(directory());
        for (var one : files.entrySet()) {
            write(directory(), one.getKey(), one.getValue());
        }
        origin.commit("Deliver " + file);
    }

    @Override
    protected void loseOrigin() throws IOException {
        DurableFiles.deleteTree(directory());
    }

    private Path directory() {
        return scratch.resolve("origin");
    }
}
