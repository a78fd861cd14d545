package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A response. If the body was not released, closing the response reads the rest of the body or closes the connection.
 * Used by one thread at a time.
 */
public final class Answer implements AutoCloseable {

    private final HttpResponse<BodyStream> response;
    private final Destination from;
    private boolean released;

    Answer(HttpResponse<BodyStream> response, Destination from) {
        this.response = response;
        this.from = from;
    }

    public int status() {
        return response.statusCode();
    }

    /** The address that the response is from. */
    public Destination from() {
        return from;
    }

    /** The first header of this name. */
    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** All headers of this name, in order. */
    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** The header {@code Content-Length}, if it is present and a number. */
    public OptionalLong length() {
        Optional<String> text = header("Content-Length").filter(value -> value.matches("\\d{1,18}"));
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }

    /** The body, which the caller closes from now on. */
    public InputStream release() {
        released = true;
        return response.body();
    }

    /**
     * The body from an offset, which the caller closes from now on.
     *
     * @throws CallFailedException if the body ends or the connection breaks before the offset
     */
    public InputStream releaseFrom(long offset) throws CallFailedException {
        try {
            response.body().skipNBytes(offset);
            return release();
        } catch (IOException e) {
            throw WireFailure.of(e, from.origin());
        }
    }

    /**
     * The whole body.
     *
     * @param bound the maximum number of bytes
     * @param deadline the time by which the body must be complete
     * @throws CallFailedException if the body is larger, the connection breaks, or the deadline passes
     */
    public byte[] bytes(int bound, Deadline deadline) throws CallFailedException {
        if (length().orElse(0) > bound) {
            throw tooLarge(bound);
        }
        try {
            byte[] bytes = response.body().readWhole(bound, deadline);
            if (bytes.length > bound) {
                throw tooLarge(bound);
            }
            return bytes;
        } catch (IOException e) {
            throw WireFailure.of(e, from.origin());
        }
    }

    @Override
    public void close() {
        if (!released) {
            response.body().finish();
        }
    }

    private CallFailedException tooLarge(int bound) {
        return CallFailedException.lasting(
                "the answer of " + from.origin() + " has more than " + bound + " bytes",
                "See that it is a registry, and in order.");
    }
}
