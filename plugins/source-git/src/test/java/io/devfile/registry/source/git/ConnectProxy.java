package io.devfile.registry.source.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that opens tunnels with CONNECT (RFC 9110, section 9.3.6), on loopback. */
final class ConnectProxy implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> targets = new CopyOnWriteArrayList<>();

    ConnectProxy() throws IOException {
        threads.execute(() -> {
            try {
                while (true) {
                    Socket client = server.accept();
                    threads.execute(() -> serve(client));
                }
            } catch (IOException e) {
                targets.add("closed");
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** The targets of the CONNECT requests. */
    List<String> targets() {
        return targets;
    }

    private void serve(Socket client) {
        try (client) {
            String request = line(client.getInputStream());
            String target = request.split(" ")[1];
            targets.add(target);
            while (!line(client.getInputStream()).isEmpty()) {
                continue;
            }
            String[] hostAndPort = target.split(":");
            try (Socket host = new Socket(hostAndPort[0], Integer.parseInt(hostAndPort[1]))) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                threads.execute(() -> copy(host, client));
                client.getInputStream().transferTo(host.getOutputStream());
            }
        } catch (IOException e) {
            targets.add("ended");
        }
    }

    private void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            targets.add("ended");
        }
    }

    private static String line(InputStream stream) {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
                line.append((char) next);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
