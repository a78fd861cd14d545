package io.devfile.registry.admin;

import io.devfile.registry.content.LimitedInputStream;
import io.devfile.registry.content.TooLargeException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Reads request bodies of untrusted clients: a few at a time, with limits of size and time. Thread-safe. */
final class RequestBodies {

    private static final int AT_A_TIME = 8;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Semaphore permits = new Semaphore(AT_A_TIME);
    private final long maxBytes;

    RequestBodies(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /**
     * Opens a body, which the caller closes. Reading fails with {@link TooLargeException}, or with
     * {@link UnreadableBodyException} if the body ends early or takes longer than 20 seconds.
     *
     * @throws TooLargeException if the declared length is larger than allowed
     * @throws BusyException if too many bodies are being read
     */
    InputStream open(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > maxBytes) {
            throw new TooLargeException(maxBytes);
        }
        InputStream content = new LimitedInputStream(request.getInputStream(), maxBytes);
        if (!permits.tryAcquire()) {
            throw new BusyException();
        }
        return new Body(content, System.nanoTime() + TIMEOUT.toNanos());
    }

    private final class Body extends FilterInputStream {

        private final long deadline;

        Body(InputStream content, long deadline) {
            super(content);
            this.deadline = deadline;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (System.nanoTime() > deadline) {
                throw new UnreadableBodyException(new SocketTimeoutException("the body takes longer than " + TIMEOUT));
            }
            try {
                return super.read(bytes, offset, length);
            } catch (TooLargeException e) {
                throw e;
            } catch (IOException e) {
                throw new UnreadableBodyException(e);
            }
        }

        /** Does not read the rest of the body. */
        @Override
        public void close() {
            permits.release();
        }
    }
}
