package io.devfile.registry.oci.distribution.http;

import io.devfile.registry.toolkit.http.Deadline;
import io.devfile.registry.toolkit.http.HttpExchange;
import io.devfile.registry.toolkit.http.HttpFailure;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A response. If the body was not released, closing the response closes the body. For one thread at a time. */
public final class Response implements AutoCloseable {

    private final HttpExchange exchange;
    private final Destination from;
    private boolean released;

    Response(HttpExchange exchange, Destination from) {
        this.exchange = exchange;
        this.from = from;
    }

    public int status() {
        return exchange.status();
    }

    /** The address that the response is from. */
    public Destination from() {
        return from;
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
        return exchange.header(name);
    }

    /** All headers of this name, in order. */
    public List<String> headers(String name) {
        return exchange.headers(name);
    }

    /** The header {@code Content-Length}, if it is present and a number. */
    public OptionalLong length() {
        return exchange.length();
    }

    /**
     * The time to wait according to the header {@code Retry-After}, if it can be parsed.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3">RFC 9110, section 10.2.3</a>
     */
    public Optional<Duration> retryAfter() {
        return header("Retry-After").flatMap(text -> retryAfter(text, Instant.now()));
    }

    static Optional<Duration> retryAfter(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(then.isBefore(now) ? Duration.ZERO : Duration.between(now, then));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * The body from an offset, which the caller closes from now on. It has no deadline, but a time limit for each part.
     *
     * @throws CallFailedException if the body ends or the connection breaks before the offset
     */
    public InputStream release(long offset) throws CallFailedException {
        try {
            InputStream body = exchange.body();
            body.skipNBytes(offset);
            exchange.limit(Deadline.never());
            released = true;
            return body;
        } catch (HttpFailure e) {
            throw CallFailedException.of(e);
        } catch (IOException e) {
            throw CallFailedException.temporary(
                            "the response of " + from.origin() + " ended early", "Check the logs of the registry.")
                    .because(e);
        }
    }

    /**
     * The whole body.
     *
     * @param max the maximum number of bytes
     * @throws CallFailedException if the body is larger, the connection breaks, or the deadline of the request passes
     */
    public byte[] bytes(int max) throws CallFailedException {
        try {
            byte[] bytes = length().orElse(0) > max ? new byte[0] : exchange.bytes(max + 1);
            if (bytes.length <= max && length().orElse(0) <= max) {
                return bytes;
            }
        } catch (HttpFailure e) {
            throw CallFailedException.of(e);
        }
        throw CallFailedException.permanent(
                "the response of " + from.origin() + " has more than " + max + " bytes",
                "Check that url is the address of a registry and that the registry works correctly.");
    }

    /** As {@link #bytes(int)}, within a time limit. */
    public byte[] bytes(int max, Duration limit) throws CallFailedException {
        exchange.limit(Deadline.after(limit));
        return bytes(max);
    }

    @Override
    public void close() {
        if (!released) {
            exchange.close();
        }
    }
}
