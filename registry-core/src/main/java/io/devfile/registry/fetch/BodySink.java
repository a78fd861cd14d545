package io.devfile.registry.fetch;

import io.devfile.registry.content.TooLargeException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * Writes the content of an answer to a stream, up to a limit, and ends an answer whose content nobody wants. Once it is
 * closed it writes nothing more, whatever still arrives.
 */
final class BodySink implements HttpResponse.BodySubscriber<Void>, AutoCloseable {

    private final OutputStream out;
    private final long limit;
    private final boolean wanted;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private Flow.Subscription subscription = new Flow.Subscription() {
        @Override
        public void request(long count) {
            // there is nothing to have yet
        }

        @Override
        public void cancel() {
            // nor to end
        }
    };
    private long written;
    private boolean closed;

    private BodySink(OutputStream out, long limit, boolean wanted) {
        this.out = out;
        this.limit = limit;
        this.wanted = wanted;
    }

    /** @param limit in bytes */
    static BodySink to(OutputStream out, long limit) {
        return new BodySink(out, limit, true);
    }

    static BodySink ending() {
        return new BodySink(OutputStream.nullOutputStream(), 0, false);
    }

    @Override
    public CompletionStage<Void> getBody() {
        return done;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (wanted && !closed) {
            given.request(Long.MAX_VALUE);
        } else {
            given.cancel();
            done.complete(null);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> buffers) {
        if (closed || done.isDone()) {
            return;
        }
        try {
            for (ByteBuffer buffer : buffers) {
                write(buffer);
            }
        } catch (IOException | RuntimeException e) {
            subscription.cancel();
            done.completeExceptionally(e);
        }
    }

    private void write(ByteBuffer buffer) throws IOException {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        written += bytes.length;
        if (written > limit) {
            throw new TooLargeException(limit);
        }
        out.write(bytes);
    }

    @Override
    public void onError(Throwable error) {
        done.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        done.complete(null);
    }

    @Override
    public synchronized void close() {
        closed = true;
        subscription.cancel();
    }
}
