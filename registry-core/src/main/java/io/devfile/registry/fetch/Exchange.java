package io.devfile.registry.fetch;

import io.devfile.registry.content.StorageException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One fetch: a request, the redirects that it leads to, and the content at the end. For one thread. */
final class Exchange {

    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final FetchGuard guard;
    private final FetchRequest request;
    private final long deadline;

    Exchange(HttpClient client, FetchGuard guard, FetchRequest request) {
        this.client = client;
        this.guard = guard;
        this.request = request;
        this.deadline = System.nanoTime() + request.timeLimit().toNanos();
    }

    /**
     * @param out takes the content; nothing is written to it after this returns
     * @throws FetchException where it cannot be had
     * @throws StorageException where {@code out} throws it
     */
    Fetched<OutputStream> run(OutputStream out) throws FetchException, InterruptedException {
        RemoteAddress address = RemoteAddress.parse(request.address());
        for (int followed = 0; followed <= request.redirectLimit(); followed++) {
            HttpResponse<Void> response = send(address, out);
            if (!REDIRECTS.contains(response.statusCode())) {
                return outcome(address, response, out);
            }
            Optional<String> location = response.headers().firstValue("Location");
            if (location.isEmpty()) {
                throw failure(address).failed("it redirects to nowhere");
            }
            address = address.redirected(location.get());
        }
        throw failure(address).failed("it takes more than " + request.redirectLimit() + " redirects to get there");
    }

    private Fetched<OutputStream> outcome(RemoteAddress address, HttpResponse<Void> response, OutputStream out)
            throws FetchException {
        int status = response.statusCode();
        if (status == NOT_MODIFIED && !request.known().isEmpty()) {
            return new Fetched.NotModified<>();
        }
        if (GONE.contains(status)) {
            throw failure(address).notFound(status);
        }
        if (status != OK) {
            throw failure(address).failed("it is answered with status " + status);
        }
        Optional<FetchException> objection = objection(address, response.headers());
        if (objection.isPresent()) {
            throw objection.get();
        }
        return new Fetched.Content<>(out, mediaType(response.headers()), Validators.of(response.headers()));
    }

    private HttpResponse<Void> send(RemoteAddress address, OutputStream out)
            throws FetchException, InterruptedException {
        Ticket ticket = guard.issue();
        BodySink sink = BodySink.to(out, request.sizeLimit());
        CompletableFuture<HttpResponse<Void>> answer = start(address, ticket, sink);
        try {
            HttpResponse<Void> response = answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (ticket.refusal().isPresent()) {
                throw failure(address).refused(ticket.refusal().get());
            }
            return response;
        } catch (TimeoutException e) {
            throw failure(address).timedOut(request.timeLimit());
        } catch (ExecutionException e) {
            throw failure(address).of(e, ticket.refusal());
        } finally {
            answer.cancel(true);
            sink.close();
            guard.revoke(ticket);
        }
    }

    private CompletableFuture<HttpResponse<Void>> start(RemoteAddress address, Ticket ticket, BodySink sink) {
        try {
            return client.sendAsync(request(address, ticket), info -> {
                boolean wanted = info.statusCode() == OK
                        && objection(address, info.headers()).isEmpty();
                return wanted ? sink : BodySink.ending();
            });
        } catch (RejectedExecutionException | IllegalArgumentException e) {
            // it is closed, or does not take such an address: told like all other failures
            return CompletableFuture.failedFuture(e);
        }
    }

    private HttpRequest request(RemoteAddress address, Ticket ticket) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address.uri())
                .header("User-Agent", "devfile-registry")
                .header("Proxy-Authorization", "Bearer " + ticket.secret());
        if (!request.known().etag().isEmpty()) {
            builder.header("If-None-Match", request.known().etag());
        } else if (!request.known().lastModified().isEmpty()) {
            builder.header("If-Modified-Since", request.known().lastModified());
        }
        return builder.build();
    }

    /** What is wrong with content before it arrives. */
    private Optional<FetchException> objection(RemoteAddress address, HttpHeaders headers) {
        String type = mediaType(headers);
        if (!request.accepts(type)) {
            return Optional.of(failure(address)
                    .failed("it is of type " + type + " and not "
                            + String.join(
                                    ", ", request.mediaTypes().stream().sorted().toList())));
        }
        String coding = headers.firstValue("Content-Encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            return Optional.of(failure(address).failed("it comes in a content coding that was not asked for"));
        }
        boolean large = headers.firstValue("Content-Length")
                .filter(length -> length.matches("\\d{1,18}"))
                .filter(length -> Long.parseLong(length) > request.sizeLimit())
                .isPresent();
        return large ? Optional.of(failure(address).tooLarge(request.sizeLimit())) : Optional.empty();
    }

    private static String mediaType(HttpHeaders headers) {
        String type = headers.firstValue("Content-Type").orElse("");
        int end = type.indexOf(';');
        String essence = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return essence.matches("[a-z0-9!#$&^_.+-]{1,63}/[a-z0-9!#$&^_.+-]{1,63}") ? essence : "";
    }

    private static Failure failure(RemoteAddress address) {
        return new Failure(address.toString());
    }
}
