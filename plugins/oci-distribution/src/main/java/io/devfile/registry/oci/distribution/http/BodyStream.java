package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of a response while it arrives. Unlike the corresponding stream of Java, it has a timeout for the next
 * bytes, and an interrupt ends it. It holds at most one portion in memory in addition to the one that is being read.
 *
 * <p>Read by one thread; may be closed by another.
 */
final class BodyStream extends InputStream implements BodySubscriber<BodyStream> {

    private static final System.Logger LOGGER = System.getLogger(BodyStream.class.getName());
    private static final int FIRST_BUFFER = 8 * 1024;
    private static final int LITTLE = 16 * 1024;
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Duration timeout;
    private final BlockingQueue<Portion> arrived = new LinkedBlockingQueue<>();
    private final Queue<ByteBuffer> reading = new ArrayDeque<>();
    private Optional<Deadline> deadline = Optional.empty();
    private boolean ended;
    private Optional<Flow.Subscription> subscription = Optional.empty();
    private boolean closed;

    /** @param timeout the timeout for the next bytes */
    BodyStream(Duration timeout) {
        this.timeout = timeout;
    }

    /** Bytes, the end of the body, or a failure. */
    private sealed interface Portion {
        record Bytes(List<ByteBuffer> buffers) implements Portion {}

        record End() implements Portion {}

        record Failure(Throwable cause) implements Portion {}
    }

    /** Completed at once: the body is read while it arrives. */
    @Override
    public CompletionStage<BodyStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        boolean wanted;
        synchronized (this) {
            wanted = !closed && subscription.isEmpty();
            if (wanted) {
                subscription = Optional.of(given);
            }
        }
        if (wanted) {
            given.request(1);
        } else {
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        arrived.add(new Portion.Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        arrived.add(new Portion.Failure(cause));
    }

    @Override
    public void onComplete() {
        arrived.add(new Portion.End());
    }

    /** All bytes, or {@code bound + 1} bytes if there are more, read before the deadline. */
    byte[] readWhole(int bound, Deadline until) throws IOException {
        deadline = Optional.of(until);
        byte[] bytes = new byte[Math.min(bound, FIRST_BUFFER)];
        int count = 0;
        int read = 0;
        while (read >= 0 && count <= bound) {
            if (count == bytes.length) {
                bytes = Arrays.copyOf(bytes, (int) Math.min(2L * Math.max(1, count), bound + 1L));
            }
            read = read(bytes, count, bytes.length - count);
            count += Math.max(0, read);
        }
        return Arrays.copyOf(bytes, count);
    }

    /** Reads a small rest of the body, so that the connection can be reused, or closes the connection. */
    void finish() {
        try {
            readWhole(LITTLE, Deadline.after(MOMENT));
        } catch (IOException e) {
            LOGGER.log(System.Logger.Level.DEBUG, "A connection is not used again", e);
        } finally {
            close();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            ByteBuffer buffer = reading.peek();
            if (buffer == null) {
                await();
            } else if (!buffer.hasRemaining()) {
                reading.remove();
            } else {
                int read = Math.min(length, buffer.remaining());
                buffer.get(bytes, offset, read);
                return read;
            }
        }
        return -1;
    }

    /** Discards the rest of the body; the connection cannot be reused after that. */
    @Override
    public void close() {
        Optional<Flow.Subscription> open;
        synchronized (this) {
            open = closed ? Optional.empty() : subscription;
            closed = true;
        }
        open.ifPresent(Flow.Subscription::cancel);
    }

    private void await() throws IOException {
        Duration wait = deadline.map(Deadline::remaining)
                .filter(rest -> rest.compareTo(timeout) < 0)
                .orElse(timeout);
        open();
        Portion portion;
        try {
            portion = arrived.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The thread was interrupted while it waited for the body of an answer");
        }
        if (portion instanceof Portion.Bytes bytes) {
            reading.addAll(bytes.buffers());
            open().ifPresent(given -> given.request(1));
        } else if (portion instanceof Portion.End) {
            ended = true;
        } else if (portion instanceof Portion.Failure failure) {
            arrived.add(failure);
            throw new IOException(failure.cause().getMessage(), failure.cause());
        } else {
            close();
            throw new HttpTimeoutException("the body of the answer did not go on for " + wait.toSeconds() + " s");
        }
    }

    private Optional<Flow.Subscription> open() throws IOException {
        synchronized (this) {
            if (closed) {
                throw new IOException("The stream is closed");
            }
            return subscription;
        }
    }
}
