package io.devfile.registry.source.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;

/** {@code git http-backend} behind an HTTP server on loopback, which can simulate faults. */
final class GitHttpServer implements AutoCloseable {

    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    record Request(String target, Optional<String> authorization) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Path base;
    private volatile Behaviour behaviour = this::serve;

    GitHttpServer(Path base) throws IOException {
        this(base, HttpServer.create());
    }

    GitHttpServer(Path base, SSLContext context) throws IOException {
        this(base, secure(context));
    }

    private GitHttpServer(Path base, HttpServer server) throws IOException {
        this.base = base;
        this.server = server;
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(new Request(
                    exchange.getRequestURI().toString(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))));
            try (exchange) {
                behaviour.answer(exchange);
            }
        });
        server.start();
    }

    private static HttpServer secure(SSLContext context) throws IOException {
        HttpsServer server = HttpsServer.create();
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return server;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String path) {
        return (server instanceof HttpsServer ? "https" : "http") + "://localhost:" + port() + "/" + path;
    }

    List<Request> requests() {
        return requests;
    }

    void behave(Behaviour how) {
        behaviour = how;
    }

    /** Requires credentials for all requests. */
    void protect(String username, String password) {
        String expected = "Basic "
                + Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        behave(exchange -> {
            if (expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                serve(exchange);
            } else {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            }
        });
    }

    /** Responds as git itself does; see its manual of http-backend, and RFC 3875. */
    void serve(HttpExchange exchange) throws IOException {
        serve(exchange, exchange.getRequestURI());
    }

    /** Responds as a server that does not support version 2 of the protocol. */
    void serveFormerProtocol(HttpExchange exchange) throws IOException {
        serve(exchange, exchange.getRequestURI(), false);
    }

    void serve(HttpExchange exchange, URI uri) throws IOException {
        serve(exchange, uri, true);
    }

    /** Stops after the given number of bytes of a response, until the latch opens. */
    void serveSome(HttpExchange exchange, int bytes, CountDownLatch end) throws IOException {
        OutputStream body = exchange.getResponseBody();
        exchange.setStreams(null, new FilterOutputStream(body) {
            private int written;

            @Override
            public void write(byte[] block, int offset, int length) throws IOException {
                int part = Math.min(length, Math.max(0, bytes - written));
                out.write(block, offset, part);
                out.flush();
                written += part;
                if (part < length) {
                    awaitQuietly(end);
                    throw new IOException("broken off");
                }
            }
        });
        serve(exchange);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(HttpExchange exchange, URI uri, boolean modern) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder("git", "http-backend").redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_COUNT", "1");
        environment.put("GIT_CONFIG_KEY_0", "safe.directory");
        environment.put("GIT_CONFIG_VALUE_0", "*");
        environment.put("GIT_PROJECT_ROOT", base.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", uri.getPath());
        environment.put("QUERY_STRING", uri.getRawQuery() == null ? "" : uri.getRawQuery());
        header(exchange, "Content-Type").ifPresent(value -> environment.put("CONTENT_TYPE", value));
        header(exchange, "Git-Protocol")
                .filter(version -> modern)
                .ifPresent(value -> environment.put("GIT_PROTOCOL", value));
        Process process = builder.start();
        try (OutputStream input = process.getOutputStream()) {
            boolean packed =
                    header(exchange, "Content-Encoding").filter("gzip"::equals).isPresent();
            InputStream body = exchange.getRequestBody();
            (packed ? new GZIPInputStream(body) : body).transferTo(input);
        }
        try (InputStream output = process.getInputStream()) {
            int status = 200;
            for (String line = line(output); !line.isEmpty(); line = line(output)) {
                String[] field = line.split(": ", 2);
                if (field[0].toLowerCase(Locale.ROOT).equals("status")) {
                    status = Integer.parseInt(field[1].substring(0, 3));
                } else {
                    exchange.getResponseHeaders().set(field[0], field[1]);
                }
            }
            exchange.sendResponseHeaders(status, 0);
            output.transferTo(exchange.getResponseBody());
        } finally {
            process.destroy();
        }
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
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
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
