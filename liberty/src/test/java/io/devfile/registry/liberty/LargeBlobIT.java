package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Blobs are streamed: the heap does not grow, however large the blobs are and however many are read at once. */
@Timeout(300)
class LargeBlobIT {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int SIZE = 50 * MEGABYTE;
    private static final int READS = 160;
    private static final int AT_ONCE = 16;

    @TempDir
    Path scratch;

    @Test
    void manyReadersAtOnceLeaveTheHeapAsItIs() throws Exception {
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        Path stack = Files.createDirectories(scratch.resolve("source/stacks/large"));
        Files.write(stack.resolve("large.vsx"), content);
        Files.writeString(stack.resolve("devfile.yaml"), Devfiles.minimal("large", "1.0.0"));
        try (RegistryServer server = new RegistryServer(scratch.resolve("server"))) {
            server.withDirectory("mine", scratch.resolve("source")).startAndAwaitReady();
            String path = "/v2/devfile-catalog/large/blobs/" + Digest.of(content);
            read(server, path, AT_ONCE);
            long before = usedHeap(server);

            read(server, path, READS);

            assertThat(usedHeap(server) - before).isLessThan(64L * MEGABYTE);
        }
    }

    private static void read(RegistryServer server, String path, int times) throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Long>> reads = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                reads.add(readers.submit(() -> size(server, path)));
            }
            for (Future<Long> read : reads) {
                assertThat(read.get()).isEqualTo(SIZE);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static long size(RegistryServer server, String path) throws IOException {
        try (InputStream body = server.http().stream(path)) {
            return body.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /** The memory that is in use after a garbage collection, in bytes. */
    private long usedHeap(RegistryServer server) throws Exception {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        String id = String.valueOf(server.processId());
        Command.run(scratch, jcmd, id, "GC.run");
        Matcher used = Pattern.compile("used (\\d+)K").matcher(Command.run(scratch, jcmd, id, "GC.heap_info"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1)) * 1024;
    }
}
