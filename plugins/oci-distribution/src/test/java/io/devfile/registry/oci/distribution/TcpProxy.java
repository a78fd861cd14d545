package io.devfile.registry.oci.distribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A proxy in front of a real registry that simulates network faults. */
final class TcpProxy implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicLong resetAfter = new AtomicLong();
    private volatile Duration pause = Duration.ZERO;
    private volatile int portion = 64 * 1024;

    TcpProxy(DockerRegistry registry) throws IOException {
        target = registry.port();
        // Limits the amount of buffered data.
        server.setReceiveBufferSize(16 * 1024);
        threads.submit(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Resets the given number of connections, each after the given number of bytes in one direction. */
    void reset(int count, long bytes) {
        resetAfter.set(bytes);
        resets.set(count);
    }

    /** The number of resets that have not happened yet. */
    int pendingResets() {
        return resets.get();
    }

    /** Forwards portions of the given size, with a pause before each. */
    void slow(int bytes, Duration time) {
        portion = bytes;
        pause = time;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private Void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            Socket registry = new Socket(InetAddress.getLoopbackAddress(), target);
            open.add(client);
            open.add(registry);
            threads.submit(() -> pump(client, registry));
            threads.submit(() -> pump(registry, client));
        }
    }

    private Void pump(Socket from, Socket to) throws IOException, InterruptedException {
        long passed = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer, 0, portion); read >= 0; read = in.read(buffer, 0, portion)) {
                if (!pause.isZero() && closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return null;
                }
                passed += read;
                if (passed > resetAfter.get() && resets.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    from.setSoLinger(true, 0);
                    to.setSoLinger(true, 0);
                    return null;
                }
                out.write(buffer, 0, read);
            }
        }
        return null;
    }
}
