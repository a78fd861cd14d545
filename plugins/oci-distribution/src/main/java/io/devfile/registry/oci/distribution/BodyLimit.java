package io.devfile.registry.oci.distribution;

import java.util.concurrent.atomic.AtomicLong;

/** How much the registry takes at a time, as far as it was found out. Used by many threads. */
final class BodyLimit {

    /** What a chunk is held in memory for, to be sent again: enough for speed, little enough for several at once. */
    static final int USUAL_CHUNK = 4 * 1024 * 1024;

    /** A registry that wants larger chunks than this gets none. */
    private static final int LARGEST_CHUNK = 64 * 1024 * 1024;

    private static final int SMALLEST_CHUNK = 64 * 1024;
    private static final int STEP = 4;

    private final AtomicLong largest = new AtomicLong(Long.MAX_VALUE);

    /**
     * How to send content: in chunks of so many bytes, or 0 for all at once.
     *
     * @param least what the registry says a chunk has to have at least; 0 where it says nothing
     * @param resumable whether the content should rather go in chunks, since the connection does not last
     */
    int chunk(long size, long least, boolean resumable) {
        boolean asked = least > 0 && size > least && least <= LARGEST_CHUNK;
        if (!asked && size <= largest.get() && !(resumable && size > USUAL_CHUNK)) {
            return 0;
        }
        return (int) Math.max(least <= LARGEST_CHUNK ? least : 0, Math.min(USUAL_CHUNK, largest.get()));
    }

    /** Notes that so much was too much. Answers whether there is less that can be tried. */
    boolean lower(long refused) {
        long next = refused / STEP;
        if (next < SMALLEST_CHUNK) {
            return false;
        }
        largest.accumulateAndGet(next, Math::min);
        return true;
    }
}
