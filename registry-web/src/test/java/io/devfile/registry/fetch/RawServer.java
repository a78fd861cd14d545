package io.devfile.registry.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** A server on loopback that answers just as a test wants it, also against all rules. */
final class RawServer implements AutoCloseable {

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What to do about a request. */
    @FunctionalInterface
    interface Answer {
        /** The connection is closed after this. */
        void write(String request, OutputStream out) throws IOException, InterruptedException;
    }

    RawServer(Answer answer) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), answer);
    }

    RawServer(ServerSocket listener, Answer answer) {
        this.listener = listener;
        threads.execute(() -> accept(answer));
    }

    static RawServer answering(String text) throws IOException {
        return new RawServer((request, out) -> out.write(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static String ok(String type, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** The heads of the requests so far. */
    List<String> requests() {
        return requests;
    }

    private void accept(Answer answer) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                threads.execute(() -> serve(socket, answer));
            } catch (IOException | RejectedExecutionException e) {
                // closed
                return;
            }
        }
    }

    private void serve(Socket socket, Answer answer) {
        try (socket) {
            String request = head(socket.getInputStream());
            requests.add(request);
            answer.write(request, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // the client went away, which some tests are about
            open.remove(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int value = in.read(); value >= 0; value = in.read()) {
            head.write(value);
            if (head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
