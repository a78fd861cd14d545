package io.devfile.registry.liberty;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;

/**
 * Real repositories behind {@code git http-backend} (see its manual, and RFC 3875) on loopback, and other content that
 * a test needs there.
 */
final class GitRemote implements AutoCloseable {

    private final Path directory;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger fetches = new AtomicInteger();
    private volatile boolean gone;

    /** @param directory for the repositories */
    GitRemote(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        on("/", this::git);
        server.start();
    }

    /** The handler of one kind of request. */
    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** Sets the handler of requests below a path. */
    void on(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    /** Creates a repository with a commit of the content of the work tree with that name. */
    Path commit(String name) throws IOException, InterruptedException {
        Path tree = tree(name);
        if (!Files.exists(tree.resolve(".git"))) {
            git(name, "init", "-q", "-b", "main");
        }
        git(name, "add", "-A");
        git(name, "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "A change");
        return tree;
    }

    /** Runs git in a work tree. */
    String git(String name, String... arguments) throws IOException, InterruptedException {
        String[] line = new String[arguments.length + 1];
        line[0] = "git";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return Command.run(tree(name), line).strip();
    }

    /** The directory of a work tree. */
    Path tree(String name) throws IOException {
        return Files.createDirectories(directory.resolve(name));
    }

    /** Writes a file into a work tree. */
    Path write(String name, String file, String content) throws IOException {
        Path path = tree(name).resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, content);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url(String name) {
        return "http://127.0.0.1:" + port() + "/" + name;
    }

    /** The number of fetches of content since the last call. */
    int fetches() {
        return fetches.getAndSet(0);
    }

    /** From now on, all requests for repositories fail. */
    void vanish() {
        gone = true;
    }

    private void git(HttpExchange exchange) throws IOException {
        if (gone) {
            exchange.sendResponseHeaders(500, -1);
            return;
        }
        byte[] body = body(exchange);
        if (new String(body, StandardCharsets.ISO_8859_1).contains("want ")) {
            fetches.incrementAndGet();
        }
        Process process = backend(exchange).start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(body);
        }
        try (InputStream output = process.getInputStream()) {
            int status = 200;
            for (String line = line(output); !line.isEmpty(); line = line(output)) {
                String[] field = line.split(": ", 2);
                if (field[0].equalsIgnoreCase("Status")) {
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

    private ProcessBuilder backend(HttpExchange exchange) {
        ProcessBuilder builder =
                new ProcessBuilder("git", "http-backend").redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_COUNT", "1");
        environment.put("GIT_CONFIG_KEY_0", "safe.directory");
        environment.put("GIT_CONFIG_VALUE_0", "*");
        environment.put("GIT_PROJECT_ROOT", directory.toString());
        environment.put("GIT_HTTP_EXPORT_ALL", "1");
        environment.put("REQUEST_METHOD", exchange.getRequestMethod());
        environment.put("PATH_INFO", exchange.getRequestURI().getPath());
        environment.put(
                "QUERY_STRING",
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""));
        header(exchange, "Content-Type").ifPresent(value -> environment.put("CONTENT_TYPE", value));
        header(exchange, "Git-Protocol").ifPresent(value -> environment.put("GIT_PROTOCOL", value));
        return builder;
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        boolean packed =
                header(exchange, "Content-Encoding").filter("gzip"::equals).isPresent();
        InputStream body = exchange.getRequestBody();
        return (packed ? new GZIPInputStream(body) : body).readAllBytes();
    }

    private static Optional<String> header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    private static String line(InputStream stream) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = stream.read(); next >= 0 && next != '\n'; next = stream.read()) {
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
