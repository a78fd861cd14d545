package io.devfile.registry.index.json;

/** Receives the parts of an answer: first to measure the length, then to fill the array. Not thread-safe. */
final class ByteTarget {

    private final byte[] bytes;
    private final boolean measuring;
    private int length;

    private ByteTarget(byte[] bytes, boolean measuring) {
        this.bytes = bytes;
        this.measuring = measuring;
    }

    static ByteTarget measuring() {
        return new ByteTarget(new byte[0], true);
    }

    static ByteTarget ofLength(int length) {
        return new ByteTarget(new byte[length], false);
    }

    void add(byte[] piece) {
        if (!measuring) {
            System.arraycopy(piece, 0, bytes, length, piece.length);
        }
        length = Math.addExact(length, piece.length);
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }
}
