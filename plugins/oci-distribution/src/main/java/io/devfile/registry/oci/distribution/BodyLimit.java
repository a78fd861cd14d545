package io.devfile.registry.oci.distribution;

import java.util.concurrent.atomic.AtomicLong;

/** The largest request body that the registry accepts, as far as it is known. Used by many threads. */
final class BodyLimit {

    /**
     * The usual chunk size. A chunk is held in memory so that it can be sent again: large enough for speed, small
     * enough for several uploads at once.
     */
    static final int USUAL_CHUNK = 4 * 1024 * 1024;

    /** Larger minimum chunk sizes of a registry are ignored. */
    private static final int LARGEST_CHUNK = 64 * 1024 * 1024;

    private static final int SMALLEST_CHUNK = 64 * 1024;
    private static final int STEP = 4;

    private final AtomicLong largest = new AtomicLong(Long.MAX_VALUE);

    /**
     * How to send content: the chunk size in bytes, or 0 for one request.
     *
     * @param least the minimum chunk size that the registry requires; 0 if it requires none
     * @param resumable whether chunks are preferred, because the connection is unreliable
     */
    int chunk(long size, long least, boolean resumable) {
        boolean asked = least > 0 && size > least && least <= LARGEST_CHUNK;
        if (!asked && size <= largest.get() && !(resumable && size > USUAL_CHUNK)) {
            return 0;
        }
        return (int) Math.max(least <= LARGEST_CHUNK ? least : 0, Math.min(USUAL_CHUNK, largest.get()));
    }

    /** Records that a request of this size was too large. Returns whether a smaller size can be tried. */
    boolean lower(long refused) {
        long next = refused / STEP;
        if (next < SMALLEST_CHUNK) {
            return false;
        }
        largest.accumulateAndGet(next, Math::min);
        return true;
    }
}
