package io.devfile.registry.toolkit.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its response. An interrupt of the thread that waits, or the deadline, ends the exchange within
 * 100 ms, whatever it waits for; sockets of Java react to neither by themselves. A failure closes the connection.
 *
 * <p>For one thread at a time.
 */
public final class HttpExchange implements AutoCloseable {

    private static final long WATCH_MILLIS = 50;
    private static final int BUFFER = 8 * 1024;

    /** Reading a rest of this size, in bytes, costs less than a new connection. */
    private static final int SMALL_REST = 16 * 1024;

    private static final Duration SMALL_REST_TIMEOUT = Duration.ofMillis(100);

    /** The amount that systems buffer between a sender and a receiver, in bytes, and the speed of a slow connection. */
    private static final long MAX_BUFFERED = 8L * 1024 * 1024;

    private static final long SLOW_BYTES_PER_SECOND = 128L * 1024;

    private static final ScheduledThreadPoolExecutor WATCH = watch();

    private final HttpUriRequestBase request;
    private final String server;
    private final Future<?> watch;
    private @Nullable ClassicHttpResponse response;
    private boolean complete;
    private volatile Deadline deadline;
    private volatile @Nullable Thread waiting;
    private volatile boolean sending;
    private @Nullable IOException connectionFailure;
    private @Nullable IOException contentFailure;
    private @Nullable HttpFailure failure;
    private volatile HttpFailure.@Nullable Kind ended;

    private HttpExchange(HttpUriRequestBase request, Deadline deadline) {
        this.request = request;
        this.deadline = deadline;
        this.server = request.getScheme() + "://" + request.getAuthority();
        this.watch = WATCH.scheduleWithFixedDelay(this::check, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Writes the content of a request. */
    @FunctionalInterface
    public interface BodyWriter {

        /** @throws IOException if the content cannot be read; what the stream throws is passed on unchanged */
        void writeTo(OutputStream target) throws IOException;
    }

    @FunctionalInterface
    private interface Wait<T> {
        T run() throws IOException;
    }

    /**
     * Sends a request, and waits until the response begins.
     *
     * @param deadline for the response and its body, unless it is {@linkplain #limit changed}
     * @throws HttpFailure if there is no response
     */
    public static HttpExchange send(CloseableHttpClient client, HttpUriRequestBase request, Deadline deadline)
            throws HttpFailure {
        HttpExchange exchange = new HttpExchange(request, deadline);
        try {
            return exchange.open(client);
        } catch (HttpFailure e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("A request without content cannot fail to read content", e);
        }
    }

    /**
     * Sends a request with content that is written while it is sent, by this thread.
     *
     * @param size of the content in bytes
     * @param timeout the timeout for each part of the content, and then for the response and its body, where it is longer
     *     by the time that a slow connection needs to transfer the buffered content
     * @throws HttpFailure if there is no response
     * @throws IOException if the writer throws it
     */
    public static HttpExchange send(
            CloseableHttpClient client, HttpUriRequestBase request, long size, BodyWriter body, Duration timeout)
            throws IOException {
        HttpExchange exchange = new HttpExchange(request, Deadline.after(timeout));
        Duration passage = Duration.ofSeconds(Math.min(size, MAX_BUFFERED) / SLOW_BYTES_PER_SECOND);
        RequestConfig config =
                client instanceof Configurable configurable ? configurable.getConfig() : request.getConfig();
        request.setConfig(RequestConfig.copy(config)
                .setResponseTimeout(Timeout.of(timeout.plus(passage)))
                .build());
        request.setEntity(new EntityTemplate(size, ContentType.APPLICATION_OCTET_STREAM, null, connection -> {
            try {
                exchange.write(body, connection, timeout);
            } finally {
                exchange.limit(Deadline.after(timeout.plus(passage)));
            }
        }));
        return exchange.open(client);
    }

    /** The status of the response. */
    public int status() {
        return response().getCode();
    }

    /** The first header of this name in the response. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All headers of this name in the response, in order. */
    public List<String> headers(String name) {
        return Stream.of(response().getHeaders(name)).map(Header::getValue).toList();
    }

    /** The header {@code Content-Length} of the response, if it is present and a number. */
    public OptionalLong length() {
        return header("Content-Length")
                .filter(value -> value.matches("\\d{1,18}"))
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.empty());
    }

    /** Changes the deadline. */
    public void limit(Deadline other) {
        deadline = other;
    }

    /** The body of the response. Reading throws {@link HttpFailure}; closing the stream closes the exchange. */
    public InputStream body() throws IOException {
        return response().getEntity() == null
                ? new Body(InputStream.nullInputStream())
                : new Body(response().getEntity().getContent());
    }

    /**
     * The first bytes of the body.
     *
     * @param max how many at the most
     */
    public byte[] bytes(int max) throws HttpFailure {
        byte[] bytes = new byte[Math.min(max, BUFFER)];
        int count = 0;
        try {
            InputStream body = body();
            for (int read = 0; read >= 0 && count < max; count += Math.max(0, read)) {
                if (count == bytes.length) {
                    bytes = Arrays.copyOf(bytes, (int) Math.min(2L * count, max));
                }
                read = body.read(bytes, count, bytes.length - count);
            }
        } catch (HttpFailure e) {
            throw e;
        } catch (IOException e) {
            throw failure(e);
        }
        return Arrays.copyOf(bytes, count);
    }

    /** Closes the connection, unless it can be used again. */
    @Override
    public void close() {
        if (!complete && ended == null && length().orElse(Long.MAX_VALUE) <= SMALL_REST) {
            limit(Deadline.after(SMALL_REST_TIMEOUT));
            try {
                bytes(SMALL_REST + 1);
            } catch (HttpFailure e) {
                ended = e.kind();
            }
        }
        watch.cancel(false);
        if (!complete) {
            // closing alone would read the rest of the content
            request.cancel();
        }
        Closer.closeQuietly(response);
    }

    private HttpExchange open(CloseableHttpClient client) throws IOException {
        boolean opened = false;
        try {
            response = await(() -> client.executeOpen(null, request, HttpClientContext.create()));
            complete = response().getEntity() == null;
            opened = true;
            return this;
        } finally {
            if (!opened) {
                watch.cancel(false);
            }
        }
    }

    private ClassicHttpResponse response() {
        return Objects.requireNonNull(response, "there is no response yet");
    }

    private <T> T await(Wait<T> wait) throws IOException {
        waiting = Thread.currentThread();
        try {
            return wait.run();
        } catch (HttpFailure e) {
            throw e;
        } catch (IOException e) {
            throw e == contentFailure ? e : failure(e);
        } catch (IllegalStateException e) {
            // the client is closed
            throw failure(e);
        } finally {
            waiting = null;
        }
    }

    /** The failure that came first; the later ones are its consequences. */
    private HttpFailure failure(Exception thrown) {
        HttpFailure first = failure;
        if (first == null) {
            first = classify(thrown);
            failure = first;
            request.cancel();
        }
        return first;
    }

    private HttpFailure classify(Exception failure) {
        if (ended == HttpFailure.Kind.INTERRUPTED || Thread.currentThread().isInterrupted()) {
            return HttpFailure.interrupted(failure);
        }
        boolean silent = failure instanceof SocketTimeoutException && !(failure instanceof ConnectTimeoutException);
        if (ended == HttpFailure.Kind.TIMED_OUT || silent) {
            return HttpFailure.timedOut(
                    sending
                            ? server + " did not accept the content in time"
                            : response == null
                                    ? server + " did not respond in time"
                                    : "the response of " + server + " was not complete in time",
                    failure);
        }
        return HttpFailure.of(failure, server, request.getAuthority().getHostName());
    }

    private void write(BodyWriter body, OutputStream connection, Duration timeout) throws IOException {
        limit(Deadline.never());
        try {
            body.writeTo(new Content(connection, timeout));
        } catch (IOException e) {
            contentFailure = e == connectionFailure ? null : e;
            throw e;
        }
    }

    private void check() {
        Thread thread = waiting;
        if (ended == null && thread != null) {
            if (thread.isInterrupted()) {
                ended = HttpFailure.Kind.INTERRUPTED;
            } else if (deadline.hasPassed()) {
                ended = HttpFailure.Kind.TIMED_OUT;
            }
        }
        if (ended != null) {
            request.cancel();
        }
    }

    private static ScheduledThreadPoolExecutor watch() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "http-watch");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setKeepAliveTime(10, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** The content of a request while it is sent. */
    private final class Content extends FilterOutputStream {

        private final Duration timeout;

        Content(OutputStream connection, Duration timeout) {
            super(connection);
            this.timeout = timeout;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            limit(Deadline.after(timeout));
            sending = true;
            try {
                out.write(bytes, offset, length);
                sending = false;
                limit(Deadline.never());
            } catch (IOException e) {
                // not necessarily the end: the client reads a response that came early
                connectionFailure = e;
                throw e;
            }
        }

        /** The connection stays open for the response. */
        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** The body of a response while it arrives. */
    private final class Body extends InputStream {

        private final InputStream content;

        Body(InputStream content) {
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = await(() -> content.read(bytes, offset, length));
            complete |= read < 0;
            return read;
        }

        @Override
        public void close() {
            HttpExchange.this.close();
        }
    }
}
