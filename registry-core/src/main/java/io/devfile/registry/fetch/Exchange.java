package io.devfile.registry.fetch;

import io.devfile.registry.content.StorageException;
import io.devfile.registry.measure.Measurements;
import io.devfile.registry.toolkit.http.Deadline;
import io.devfile.registry.toolkit.http.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** One fetch: a request, the redirects that it follows, and the content. For one thread. */
final class Exchange {

    private static final int BUFFER = 16 * 1024;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient client;
    private final FetchRequest request;
    private final Deadline deadline;

    Exchange(CloseableHttpClient client, FetchRequest request) {
        this.client = client;
        this.request = request;
        this.deadline = Deadline.after(request.timeLimit());
    }

    /**
     * @param out receives the content; nothing is written to it after this method returns
     * @throws FetchException if the content cannot be fetched
     * @throws StorageException if {@code out} throws it
     */
    Fetched<OutputStream> run(OutputStream out) throws FetchException, InterruptedException {
        long begun = System.nanoTime();
        String outcome = "interrupted";
        try {
            Fetched<OutputStream> fetched = follow(out);
            outcome = "ok";
            return fetched;
        } catch (FetchException e) {
            outcome = e.kind().name().toLowerCase(Locale.ROOT);
            throw e;
        } finally {
            Measurements.fetch(outcome, begun);
        }
    }

    private Fetched<OutputStream> follow(OutputStream out) throws FetchException, InterruptedException {
        RemoteAddress address = RemoteAddress.parse(request.address());
        for (int followed = 0; followed <= request.redirectLimit(); followed++) {
            // refuses hosts that are neither names nor addresses
            address.target();
            Failure failure = new Failure(address.toString());
            try (HttpExchange exchange = HttpExchange.send(client, get(address), deadline)) {
                if (!REDIRECTS.contains(exchange.status())) {
                    return outcome(exchange, failure, out);
                }
                address = address.redirected(exchange.header("Location")
                        .orElseThrow(() -> failure.failed("it redirects without an address")));
            } catch (IOException | RuntimeException e) {
                throw failure.of(e, request.timeLimit());
            }
        }
        throw new Failure(address.toString()).failed("it redirects more than " + request.redirectLimit() + " times");
    }

    private Fetched<OutputStream> outcome(HttpExchange exchange, Failure failure, OutputStream out)
            throws FetchException, IOException {
        int status = exchange.status();
        if (status == NOT_MODIFIED && !request.known().isEmpty()) {
            return new Fetched.NotModified<>();
        }
        if (GONE.contains(status)) {
            throw failure.notFound(status);
        }
        if (status != OK) {
            throw failure.failed("the response has the status " + status);
        }
        String type = mediaType(exchange);
        requireAccepted(exchange, type, failure);
        copy(exchange, failure, out);
        return new Fetched.Content<>(
                out,
                type,
                Validators.of(
                        exchange.header("ETag").orElse(null),
                        exchange.header("Last-Modified").orElse(null)));
    }

    private void copy(HttpExchange exchange, Failure failure, OutputStream out) throws FetchException, IOException {
        InputStream content = exchange.body();
        byte[] buffer = new byte[BUFFER];
        long copied = 0;
        for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
            copied += length;
            if (copied > request.sizeLimit()) {
                throw failure.tooLarge(request.sizeLimit());
            }
            out.write(buffer, 0, length);
        }
    }

    private HttpGet get(RemoteAddress address) {
        HttpGet get = new HttpGet(address.uri());
        if (!request.known().etag().isEmpty()) {
            get.setHeader("If-None-Match", request.known().etag());
        } else if (!request.known().lastModified().isEmpty()) {
            get.setHeader("If-Modified-Since", request.known().lastModified());
        }
        return get;
    }

    /** Refuses content as far as the headers tell that it is not accepted. */
    private void requireAccepted(HttpExchange exchange, String type, Failure failure) throws FetchException {
        if (!request.accepts(type)) {
            throw failure.failed("it is of type " + type + " and not "
                    + String.join(", ", request.mediaTypes().stream().sorted().toList()));
        }
        if (!exchange.header("Content-Encoding").orElse("identity").equalsIgnoreCase("identity")) {
            throw failure.failed("it has a content coding that was not requested");
        }
        if (exchange.length().orElse(0) > request.sizeLimit()) {
            throw failure.tooLarge(request.sizeLimit());
        }
    }

    private static String mediaType(HttpExchange exchange) {
        String type = exchange.header("Content-Type").orElse("");
        int end = type.indexOf(';');
        String essence = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return essence.matches("[a-z0-9!#$&^_.+-]{1,63}/[a-z0-9!#$&^_.+-]{1,63}") ? essence : "";
    }
}
