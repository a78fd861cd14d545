package io.devfile.registry.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** The index, or a part of it, as it goes to the client. Its arrays are shared: nobody writes to them. Thread-safe. */
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

    /** The same, compressed; this is done once. */
    public byte[] gzip() {
        return gzip.get();
    }

    /** A strong entity tag of {@link #json}, in its quotes; equal content has equal tags, in every process. */
    public String etag() {
        return '"' + digest + '"';
    }

    /** A strong entity tag of {@link #gzip}, which is another representation and so has another tag. */
    public String gzipEtag() {
        return '"' + digest + "-gzip\"";
    }

    /** About what it takes in memory, compressed form included. */
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
