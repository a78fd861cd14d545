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
 * The body of a request while it is written. The calling thread writes the body, so that an interrupt ends it and the
 * content is read in the thread of the caller. Writing waits until the connection accepts the bytes, up to a timeout.
 */
final class UploadStream extends OutputStream implements HttpRequest.BodyPublisher, Flow.Subscription {

    private final long size;
    private final Duration maxWait;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Optional<Flow.Subscriber<? super ByteBuffer>> subscriber = Optional.empty();
    private long demand;
    private boolean stopped;

    /**
     * @param size in bytes, at least one
     * @param maxWait the timeout for the connection to accept more bytes
     */
    UploadStream(long size, Duration maxWait) {
        this.size = size;
        this.maxWait = maxWait;
    }

    /** The written content cannot be sent. */
    static final class Undeliverable extends IOException {

        private static final long serialVersionUID = 1L;

        private final transient Optional<CallFailedException> failure;

        private Undeliverable(Optional<CallFailedException> failure) {
            super("The content was not sent to its end");
            this.failure = failure;
        }

        /**
         * The reason; empty if there is already a response, or the connection has failed, which the future of the
         * response reports.
         */
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

    /** Tells the writer that no more content is accepted. */
    void stop() {
        change(() -> stopped = true);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    /** Copies the bytes, because the connection reads them later. */
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length > 0) {
            awaitDemand().onNext(ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length)));
        }
    }

    /** Ends the body after all of it was written. */
    void finish() {
        subscriber.ifPresent(Flow.Subscriber::onComplete);
    }

    private Flow.Subscriber<? super ByteBuffer> awaitDemand() throws IOException {
        long left = maxWait.toNanos();
        lock.lock();
        try {
            while (!stopped && demand == 0) {
                if (left <= 0) {
                    throw new Undeliverable(Optional.of(CallFailedException.late(
                            "no more of the content was taken for " + maxWait.toSeconds() + " s",
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
