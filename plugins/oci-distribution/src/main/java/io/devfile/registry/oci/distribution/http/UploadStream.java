package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The body of a request as it is written. The thread that calls writes it, so that an interrupt ends it and the content is
 * read where it was given; what is written waits until the connection takes it, but only so long.
 */
final class UploadStream extends OutputStream implements HttpRequest.BodyPublisher, Flow.Subscription {

    private final long size;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<Flow.Subscriber<? super ByteBuffer>> subscriber = Optional.empty();
    private long demand;
    private boolean stopped;

    /**
     * @param size in bytes, at least one
     * @param patience how long to wait for the connection to take more
     */
    UploadStream(long size, Duration patience) {
        this.size = size;
        this.patience = patience;
    }

    /** What was written cannot be sent. */
    static final class Undeliverable extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Optional<CallFailedException> failure;

        private Undeliverable(Optional<CallFailedException> failure) {
            super("The content was not sent to its end");
            this.failure = failure;
        }

        /** Why; empty where there is an answer already, or the connection is gone, which the answer's future knows. */
        Optional<CallFailedException> failure() {
            return failure;
        }
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> given) {
        lock.lock();
        try {
            if (subscriber.isPresent()) {
                throw new IllegalStateException("A body that is read as it is sent can be sent once");
            }
            subscriber = Optional.of(given);
        } finally {
            lock.unlock();
        }
        given.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        change(() -> demand = Math.max(demand, demand + more));
    }

    @Override
    public void cancel() {
        stop();
    }

    /** Lets the writer know that nobody takes more. */
    void stop() {
        change(() -> stopped = true);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Copies, since the connection takes the bytes later. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length > 0) {
            awaitDemand().onNext(ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length)));
        }
    }

    /** Ends the body, all of which is written. */
    void finish() {
        subscriber.ifPresent(Flow.Subscriber::onComplete);
    }

    private Flow.Subscriber<? super ByteBuffer> awaitDemand() throws IOException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!stopped && demand == 0) {
                if (left <= 0) {
                    throw new Undeliverable(Optional.of(CallFailedException.late(
                            "no more of the content was taken for " + patience.toSeconds() + " s",
                            "See that the registry is well, or set a longer timeout.")));
                }
                left = changed.awaitNanos(left);
            }
            if (stopped) {
                throw new Undeliverable(Optional.empty());
            }
            demand--;
            return subscriber.orElseThrow();
        } catch (InterruptedException e) {
            throw new Undeliverable(Optional.of(CallFailedException.interrupted(e)));
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
