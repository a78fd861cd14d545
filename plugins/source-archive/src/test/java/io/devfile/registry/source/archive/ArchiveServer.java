package io.devfile.registry.source.archive;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import javax.net.ssl.SSLContext;

/** A server of one archive, with support for its ETag, on loopback. */
final class ArchiveServer implements AutoCloseable {

    /** A request, and the status of its response. */
    record Request(String method, String target, Optional<String> authorization, int status) {}

    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile Behaviour behaviour = exchange -> answer(exchange, 404);

    ArchiveServer() throws IOException {
        this(HttpServer.create());
    }

    ArchiveServer(SSLContext context) throws IOException {
        this(secure(context));
    }

    private static HttpServer secure(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    private ArchiveServer(HttpServer server) throws IOException {
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                behaviour.answer(exchange);
            } finally {
                requests.add(new Request(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                        exchange.getResponseCode()));
            }
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return scheme + "://localhost:" + port() + "/stacks.tar.gz";
    }

    List<Request> requests() {
        return requests;
    }

    void behave(Behaviour how) {
        behaviour = how;
    }

    void answer(int status) {
        behave(exchange -> answer(exchange, status));
    }

    void serve(byte[] archive) {
        behave(exchange -> send(exchange, archive));
    }

    static void send(HttpExchange exchange, byte[] archive) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(archive);
        String etag = "\"" + crc.getValue() + "\"";
        exchange.getResponseHeaders().set("ETag", etag);
        exchange.getResponseHeaders().set("Last-Modified", "Tue, 04 Mar 2025 05:06:08 GMT");
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            answer(exchange, 304);
            return;
        }
        exchange.sendResponseHeaders(200, archive.length);
        exchange.getResponseBody().write(archive);
    }

    static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        answer(exchange, 302);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
