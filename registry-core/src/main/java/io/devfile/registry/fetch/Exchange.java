package io.devfile.registry.fetch;

import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.TooLargeException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.Closer;

/** One fetch: a request, the redirects that it follows, and the content. For one thread. */
final class Exchange {

    private static final int BUFFER = 16 * 1024;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> GONE = Set.of(404, 410);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final CloseableHttpClient client;
    private final ExecutorService threads;
    private final FetchRequest request;
    private final long deadline;

    /** @param threads run the requests, so that the calling thread can stop waiting at any time */
    Exchange(CloseableHttpClient client, ExecutorService threads, FetchRequest request) {
        this.client = client;
        this.threads = threads;
        this.request = request;
        this.deadline = System.nanoTime() + request.timeLimit().toNanos();
    }

    /**
     * @param objection why the content is not accepted
     */
    private record Answer(
            int status,
            Optional<String> location,
            String mediaType,
            Validators validators,
            Optional<FetchException> objection) {}

    /** Writes to a stream, up to a limit, and no longer once it is closed. Thread-safe. */
    private static final class Sink {

        private final OutputStream out;
        private final long limit;
        private long written;
        private boolean closed;

        Sink(OutputStream out, long limit) {
            this.out = out;
            this.limit = limit;
        }

        synchronized void write(byte[] bytes, int length) throws IOException {
            if (closed) {
                throw new ClosedChannelException();
            }
            written += length;
            if (written > limit) {
                throw new TooLargeException(limit);
            }
            out.write(bytes, 0, length);
        }

        synchronized void close() {
            closed = true;
        }
    }

    /**
     * @param out receives the content; nothing is written to it after this method returns
     * @throws FetchException if the content cannot be fetched
     * @throws StorageException if {@code out} throws it
     */
    Fetched<OutputStream> run(OutputStream out) throws FetchException, InterruptedException {
        RemoteAddress address = RemoteAddress.parse(request.address());
        for (int followed = 0; followed <= request.redirectLimit(); followed++) {
            Answer answer = send(address, out);
            if (!REDIRECTS.contains(answer.status())) {
                return outcome(address, answer, out);
            }
            if (answer.location().isEmpty()) {
                throw failure(address).failed("it redirects without an address");
            }
            address = address.redirected(answer.location().get());
        }
        throw failure(address).failed("it redirects more than " + request.redirectLimit() + " times");
    }

    private Fetched<OutputStream> outcome(RemoteAddress address, Answer answer, OutputStream out)
            throws FetchException {
        if (answer.status() == NOT_MODIFIED && !request.known().isEmpty()) {
            return new Fetched.NotModified<>();
        }
        if (GONE.contains(answer.status())) {
            throw failure(address).notFound(answer.status());
        }
        if (answer.status() != OK) {
            throw failure(address).failed("the response has the status " + answer.status());
        }
        if (answer.objection().isPresent()) {
            throw answer.objection().get();
        }
        return new Fetched.Content<>(out, answer.mediaType(), answer.validators());
    }

    private Answer send(RemoteAddress address, OutputStream out) throws FetchException, InterruptedException {
        // refuses hosts that are neither names nor addresses
        address.target();
        HttpGet get = get(address);
        Sink sink = new Sink(out, request.sizeLimit());
        try {
            return threads.submit(() -> exchange(address, get, sink))
                    .get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failure(address).timedOut(request.timeLimit());
        } catch (ExecutionException e) {
            throw failure(address).of(e.getCause());
        } catch (RejectedExecutionException e) {
            throw failure(address).of(e);
        } finally {
            sink.close();
            get.cancel();
        }
    }

    private Answer exchange(RemoteAddress address, HttpGet get, Sink sink) throws IOException {
        ClassicHttpResponse response = client.executeOpen(null, get, HttpClientContext.create());
        boolean complete = false;
        try {
            boolean isContent = response.getCode() == OK;
            Optional<FetchException> objection = isContent ? objection(address, response) : Optional.empty();
            Answer answer = new Answer(
                    response.getCode(),
                    header(response, "Location"),
                    mediaType(response),
                    Validators.of(header(response, "ETag"), header(response, "Last-Modified")),
                    objection);
            if (response.getEntity() == null || !isContent || objection.isPresent()) {
                return answer;
            }
            InputStream content = response.getEntity().getContent();
            byte[] buffer = new byte[BUFFER];
            for (int length = content.read(buffer); length >= 0; length = content.read(buffer)) {
                sink.write(buffer, length);
            }
            complete = true;
            return answer;
        } finally {
            if (!complete) {
                // closing alone would read the rest of the content
                get.cancel();
            }
            Closer.closeQuietly(response);
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

    private static Optional<String> header(ClassicHttpResponse response, String name) {
        return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
    }

    /** Why the content is not accepted, as far as the headers tell. */
    private Optional<FetchException> objection(RemoteAddress address, ClassicHttpResponse response) {
        String type = mediaType(response);
        if (!request.accepts(type)) {
            return Optional.of(failure(address)
                    .failed("it is of type " + type + " and not "
                            + String.join(
                                    ", ", request.mediaTypes().stream().sorted().toList())));
        }
        String coding = header(response, "Content-Encoding").orElse("identity");
        if (!coding.equalsIgnoreCase("identity")) {
            return Optional.of(failure(address).failed("it has a content coding that was not requested"));
        }
        boolean large = header(response, "Content-Length")
                .filter(length -> length.matches("\\d{1,18}"))
                .filter(length -> Long.parseLong(length) > request.sizeLimit())
                .isPresent();
        return large ? Optional.of(failure(address).tooLarge(request.sizeLimit())) : Optional.empty();
    }

    private static String mediaType(ClassicHttpResponse response) {
        String type = header(response, "Content-Type").orElse("");
        int end = type.indexOf(';');
        String essence = (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        return essence.matches("[a-z0-9!#$&^_.+-]{1,63}/[a-z0-9!#$&^_.+-]{1,63}") ? essence : "";
    }

    private static Failure failure(RemoteAddress address) {
        return new Failure(address.toString());
    }
}
