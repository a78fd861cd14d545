package io.devfile.registry.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * The index, or a part of it, as it is sent to the client. Its arrays are shared and must not be modified. Thread-safe.
 */
public final class Answer {

    private final byte[] json;
    private final String digest;
    private final Once<byte[]> gzip;

    Answer(byte[] json) {
        this.json = json;
        this.digest = digest(json);
        this.gzip = new Once<>(() -> compressed(json));
    }

    /** A JSON array in UTF-8. */
    public byte[] json() {
        return json;
    }

    /** The same JSON, compressed; compressed only once. */
    public byte[] gzip() {
        return gzip.get();
    }

    /** A strong entity tag of {@link #json}, including the quotes. Equal content has the same tag in every process. */
    public String etag() {
        return '"' + digest + '"';
    }

    /**
     * A strong entity tag of {@link #gzip}. It differs from the tag of the JSON because it is another representation.
     */
    public String gzipEtag() {
        return '"' + digest + "-gzip\"";
    }

    /** The approximate size in memory, including the compressed form. */
    int weight() {
        return json.length + json.length / 4 + 512;
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static byte[] compressed(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.length / 4 + 64);
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(content);
        } catch (IOException memoryDoesNotFail) {
            throw new UncheckedIOException(memoryDoesNotFail);
        }
        return bytes.toByteArray();
    }
}
