package io.devfile.registry.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Passes bytes both ways between two ends, until both have closed, one breaks, or nothing moves for a while. An end that
 * closes one direction can still be sent to in the other.
 */
final class Tunnel {

    private final Wire left;
    private final Wire right;
    private final Duration idle;
    private volatile long lastMove = System.nanoTime();

    /** @param idle how long nothing may move */
    Tunnel(Wire left, Wire right, Duration idle) {
        this.left = left;
        this.right = right;
        this.idle = idle;
    }

    /** What an executor's thread does before it passes anything from the right to the left. */
    @FunctionalInterface
    interface Preamble {
        /** @throws IOException where there is nothing to pass on; both ends are closed then */
        void run() throws IOException;
    }

    /**
     * Returns once this thread's direction, from the left to the right, is at its end; the other one may go on in the
     * executor's thread.
     *
     * @param whenDone what closes both ends: run once, by the last to go
     */
    void run(Executor executor, Preamble preamble, Runnable whenDone) {
        Ends ends = new Ends(whenDone);
        try {
            executor.execute(() -> pass(right, left, preamble, ends));
        } catch (RejectedExecutionException e) {
            // the guard is being closed
            ends.broken();
            return;
        }
        pass(left, right, () -> {}, ends);
    }

    private void pass(Wire from, Wire to, Preamble preamble, Ends ends) {
        try {
            preamble.run();
            copy(from.socket(), from.in(), to.out());
            to.socket().shutdownOutput();
            ends.ended();
        } catch (IOException | RuntimeException e) {
            // one side is gone, which is how tunnels mostly end; the other learns of it by the close
            ends.broken();
        }
    }

    private void copy(Socket from, InputStream in, OutputStream out) throws IOException {
        from.setSoTimeout(halfIdle());
        byte[] buffer = new byte[16 * 1024];
        while (true) {
            try {
                int count = in.read(buffer);
                if (count < 0) {
                    return;
                }
                lastMove = System.nanoTime();
                out.write(buffer, 0, count);
                lastMove = System.nanoTime();
            } catch (SocketTimeoutException e) {
                // the other direction may be busy while this one only listens
                if (isIdle()) {
                    throw e;
                }
            }
        }
    }

    private boolean isIdle() {
        return System.nanoTime() - lastMove > idle.toNanos();
    }

    private int halfIdle() {
        return (int) Math.max(1, idle.toMillis() / 2);
    }

    /** Closes both ends once both directions are done, or at once where one broke. */
    private final class Ends {
        private final Runnable whenDone;
        private int open = 2;

        Ends(Runnable whenDone) {
            this.whenDone = whenDone;
        }

        /** The first to end keeps an eye on the other, which may be stuck while it writes. */
        synchronized void ended() {
            open--;
            if (open == 0) {
                close();
            }
            try {
                while (open > 0) {
                    wait(halfIdle());
                    if (isIdle()) {
                        broken();
                    }
                }
            } catch (InterruptedException e) {
                // the guard is being closed
                Thread.currentThread().interrupt();
                broken();
            }
        }

        synchronized void broken() {
            if (open > 0) {
                open = 0;
                close();
            }
        }

        private void close() {
            notifyAll();
            whenDone.run();
        }
    }
}
