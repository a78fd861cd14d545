package io.devfile.registry.oci.distribution;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

/** A proxy in front of a real registry that changes requests and responses as a test requires. */
final class HttpProxy implements AutoCloseable {

    private static final Set<String> PASSED_ON = Set.of("accept", "content-type", "range");
    private static final Set<String> KEPT_BACK = Set.of("content-length", "date", "transfer-encoding");

    private final ScriptedRegistry server;
    private final URI target;
    private final HttpClient client = HttpClient.newHttpClient();

    @FunctionalInterface
    interface Fault {

        /**
         * @param number of this request, from 1
         * @return whether the request has been answered, or must not be answered
         */
        boolean strikes(HttpExchange exchange, int number, byte[] body) throws IOException;
    }

    HttpProxy(DockerRegistry registry, Fault fault) throws IOException {
        this.target = registry.url();
        this.server = new ScriptedRegistry(exchange -> {
            int number = requests().size();
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!fault.strikes(exchange, number, body)) {
                passOn(exchange, body);
            }
        });
    }

    URI url() {
        return server.url();
    }

    List<ScriptedRegistry.Request> requests() {
        return server.requests();
    }

    /** Sends the first half of the real registry's response, and then breaks the connection. */
    void passOnHalf(HttpExchange exchange, byte[] body) throws IOException {
        HttpResponse<byte[]> response = ask(exchange, body);
        headers(exchange, response);
        exchange.sendResponseHeaders(response.statusCode(), response.body().length);
        exchange.getResponseBody().write(response.body(), 0, response.body().length / 2);
    }

    @Override
    public void close() {
        server.close();
    }

    private void passOn(HttpExchange exchange, byte[] body) throws IOException {
        HttpResponse<byte[]> response = ask(exchange, body);
        answer(exchange, response, response.body());
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(target.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED_ON.contains(name.toLowerCase())) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> response, byte[] body) throws IOException {
        headers(exchange, response);
        if (exchange.getRequestMethod().equals("HEAD")) {
            response.headers()
                    .firstValue("Content-Length")
                    .ifPresent(length -> exchange.getResponseHeaders().add("Content-Length", length));
        }
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private void headers(HttpExchange exchange, HttpResponse<byte[]> response) {
        response.headers().map().forEach((name, values) -> {
            if (!KEPT_BACK.contains(name.toLowerCase())) {
                values.forEach(value ->
                        exchange.getResponseHeaders().add(name, value.replace(target.toString(), url().toString())));
            }
        });
    }
}
