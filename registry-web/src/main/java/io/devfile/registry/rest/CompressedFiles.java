package io.devfile.registry.rest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.spi.oci.model.Digest;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** A cache for compressed forms of small text files, with a size limit. Thread-safe. */
final class CompressedFiles {

    static final long LARGEST = 1 << 20;

    private static final long ROOM = 8L << 20;
    private static final Set<String> TEXTS = Set.of("yaml", "json", "xml", "svg+xml", "javascript");

    private final Cache<Digest, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(ROOM)
            .weigher((Digest digest, byte[] bytes) -> bytes.length + 256)
            // maintenance of the cache is short, and an application must not start threads of the server
            .executor(Runnable::run)
            .build();

    /**
     * The compressed bytes, shared: callers must not change them. Empty for files that are large or compressed already.
     *
     * @throws RegistryException if the file cannot be read
     */
    Optional<byte[]> gzip(StoredFile file, ContentStore store, MediaType type) {
        boolean text = type.getType().equals("text") || TEXTS.contains(type.getSubtype());
        return text && file.size() > 0 && file.size() <= LARGEST
                ? Optional.of(kept.get(file.digest(), digest -> compressed(file, store)))
                : Optional.empty();
    }

    private static byte[] compressed(StoredFile file, ContentStore store) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(store.read(file));
        } catch (IOException e) {
            throw Representations.damaged();
        }
        return bytes.toByteArray();
    }
}
