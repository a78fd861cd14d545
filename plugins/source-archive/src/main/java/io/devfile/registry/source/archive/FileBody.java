package io.devfile.registry.source.archive;

import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Writes the body of a response to a new file, up to a limit, and records when the last part arrived. */
final class FileBody implements HttpResponse.BodySubscriber<Void> {

    private final Path file;
    private final long maximumBytes;
    private final CompletableFuture<Void> whole = new CompletableFuture<>();
    private Optional<FileChannel> channel = Optional.empty();
    private Optional<Flow.Subscription> source = Optional.empty();
    private boolean abandoned;
    private long bytes;
    private volatile long heard = System.nanoTime();

    FileBody(Path file, long maximumBytes) {
        this.file = file;
        this.maximumBytes = maximumBytes;
    }

    /** The time since the last data from the server. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - heard);
    }

    /** Stops writing. */
    synchronized void abandon() {
        abandoned = true;
        source.ifPresent(Flow.Subscription::cancel);
        close();
    }

    @Override
    public CompletionStage<Void> getBody() {
        return whole;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription subscription) {
        heard = System.nanoTime();
        source = Optional.of(subscription);
        if (abandoned) {
            subscription.cancel();
            return;
        }
        try {
            channel = Optional.of(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
            subscription.request(Long.MAX_VALUE);
        } catch (IOException e) {
            subscription.cancel();
            whole.completeExceptionally(e);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> piece) {
        heard = System.nanoTime();
        if (channel.isEmpty()) {
            return;
        }
        try {
            for (ByteBuffer buffer : piece) {
                bytes += buffer.remaining();
                if (bytes > maximumBytes) {
                    throw new UnsafeTreeException(
                            "it has more than " + maximumBytes + " bytes", "Make it smaller, or increase max-size.");
                }
                while (buffer.hasRemaining()) {
                    channel.get().write(buffer);
                }
            }
        } catch (IOException e) {
            onError(e);
            source.ifPresent(Flow.Subscription::cancel);
        }
    }

    @Override
    public synchronized void onError(Throwable failure) {
        close();
        whole.completeExceptionally(failure);
    }

    @Override
    public synchronized void onComplete() {
        close();
        whole.complete(null);
    }

    private void close() {
        if (channel.isPresent()) {
            FileChannel open = channel.get();
            channel = Optional.empty();
            try {
                open.close();
            } catch (IOException e) {
                whole.completeExceptionally(e);
            }
        }
    }

    /** Discards a body. */
    static final class None implements HttpResponse.BodySubscriber<Void> {

        private final CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

        @Override
        public CompletionStage<Void> getBody() {
            return done;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> piece) {
            // discarded
        }

        @Override
        public void onError(Throwable failure) {
            // failure of a discarded body
        }

        @Override
        public void onComplete() {
            // no file is open
        }
    }
}
