package io.devfile.registry.fetch;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.toolkit.http.HttpClientBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files that content names over HTTP, from addresses that the {@linkplain FetchGuard guard} allows. It sends no cookies and no credentials,
 * follows redirects from http to https but not the other way, and accepts no content codings.
 *
 * <p>Safe for use by several threads. An interrupt ends a fetch at once.
 */
public final class RemoteFiles implements AutoCloseable {

    /** The maximum pause in a response. The time limit of a request usually ends it earlier. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofMinutes(10);

    private final CloseableHttpClient client;

    public RemoteFiles(FetchGuard guard) {
        this(guard, null);
    }

    /** @param trust the certificates that a test trusts; null for those that Java trusts */
    RemoteFiles(FetchGuard guard, @Nullable SSLContext trust) {
        this.client = new HttpClientBuilder()
                .addresses(guard)
                .proxy(guard.proxy().orElse(null))
                .tls(trust)
                .responseTimeout(RESPONSE_TIMEOUT)
                .build();
    }

    /**
     * Fetches a small file.
     *
     * @throws FetchException if it cannot be fetched
     * @throws InterruptedException if this thread is interrupted meanwhile
     */
    public Fetched<byte[]> bytes(FetchRequest request) throws FetchException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new Exchange(client, request).run(bytes).map(stream -> bytes.toByteArray());
    }

    /**
     * Fetches a file into the content store, as it arrives.
     *
     * @throws FetchException if it cannot be fetched; nothing is added then
     * @throws StorageException if the disk cannot store it; nothing is added then
     * @throws InterruptedException if this thread is interrupted meanwhile; nothing is added then
     */
    public Fetched<StoredFile> store(FetchRequest request, ContentStore store)
            throws FetchException, InterruptedException {
        try {
            return new StoredBody(new Exchange(client, request)).in(store, request.sizeLimit());
        } catch (IOException e) {
            // failures of the remote are not IOExceptions here
            throw new StorageException(e);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
