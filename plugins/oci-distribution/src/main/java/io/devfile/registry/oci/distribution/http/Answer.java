package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What came back. Closing it takes or gives up a body that was not released. Used by one thread at a time. */
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

    /** Who answered. */
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

    /** The header {@code Content-Length}, where it is there and a number. */
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
     * The body from some byte on, which the caller closes from now on.
     *
     * @throws CallFailedException where it ends or breaks off before
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
     * @param bound how many bytes it may have
     * @param deadline when it has to be there
     * @throws CallFailedException where it has more, breaks off or is late
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
