package io.devfile.registry.fetch;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import javax.net.ssl.SSLContext;

/**
 * Fetches what content names over HTTP, through the {@linkplain FetchGuard guard}. It sends no cookies and no credentials,
 * follows redirects from http to https but not the other way, and takes content as it is, without content codings.
 *
 * <p>Safe for use by several threads. An interrupt ends a fetch at once.
 */
public final class RemoteFiles implements AutoCloseable {

    private final FetchGuard guard;
    private final HttpClient client;
    private final ExecutorService threads;

    /** @param guard stays the caller's to close */
    public RemoteFiles(FetchGuard guard) {
        this(guard, HttpClient.newBuilder());
    }

    /** For servers with certificates that only a test trusts. */
    RemoteFiles(FetchGuard guard, SSLContext trust) {
        this(guard, HttpClient.newBuilder().sslContext(trust));
    }

    private RemoteFiles(FetchGuard guard, HttpClient.Builder builder) {
        this.guard = guard;
        this.threads = FetchThreads.upTo(Integer.MAX_VALUE, "fetch");
        this.client = builder.proxy(ProxySelector.of(guard.address()))
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(threads)
                .build();
    }

    /**
     * Fetches something small.
     *
     * @throws FetchException where it cannot be had
     * @throws InterruptedException where this thread is interrupted meanwhile
     */
    public Fetched<byte[]> bytes(FetchRequest request) throws FetchException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new Exchange(client, guard, request).run(bytes).map(stream -> bytes.toByteArray());
    }

    /**
     * Fetches something into the content store, as it arrives.
     *
     * @throws FetchException where it cannot be had; nothing is added then
     * @throws StorageException where the disk does not take it; nothing is added then
     * @throws InterruptedException where this thread is interrupted meanwhile; nothing is added then
     */
    public Fetched<StoredFile> store(FetchRequest request, ContentStore store)
            throws FetchException, InterruptedException {
        try {
            return new StoredBody(new Exchange(client, guard, request)).in(store, request.sizeLimit());
        } catch (IOException e) {
            // failures of the remote are no IOExceptions by then
            throw new StorageException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
