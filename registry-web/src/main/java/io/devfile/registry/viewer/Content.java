package io.devfile.registry.viewer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Content as it is sent to clients, with its compressed form. The arrays are shared: callers must not change them. */
record Content(String type, byte[] bytes, byte[] gzip) {

    /** @param type the value of Content-Type */
    static Content of(String type, byte[] bytes) {
        return new Content(type, bytes, compressed(bytes));
    }

    /** The approximate size in memory, in bytes. */
    int weight() {
        return bytes.length + gzip.length + 256;
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream stream = new BestGzip(out)) {
            stream.write(bytes);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return out.toByteArray();
    }

    /** With the best compression, because content is compressed once for many clients. */
    private static final class BestGzip extends GZIPOutputStream {

        BestGzip(ByteArrayOutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
