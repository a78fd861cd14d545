package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Sends requests, one at a time, and follows nothing. HTTP/1.1: a registry gains nothing from more, and an interrupted
 * request then ends its own connection alone.
 *
 * <p>Used by many threads. Holds idle connections, which go with it.
 */
public final class Transport {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration patience;

    /**
     * @param proxies which proxy to use for which address
     * @param patience how long an answer, or the next part of a body, may take
     */
    public Transport(SSLContext tls, ProxySelector proxies, Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.compareTo(LONGEST_CONNECT) < 0 ? patience : LONGEST_CONNECT)
                .sslContext(tls)
                .proxy(proxies)
                .build();
    }

    /**
     * Sends one request.
     *
     * @param deadline when the answer has to begin; for a body that is read as it is sent, it has to go on and be answered
     *     within the patience instead
     * @return the answer, whatever its status; the caller closes it
     * @throws CallFailedException where there is no answer
     * @throws IOException where reading what is sent fails
     */
    public Answer send(
            String method, Destination destination, Map<String, String> headers, Payload payload, Deadline deadline)
            throws CallFailedException, IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(destination.address());
        headers.forEach(request::setHeader);
        request.setHeader("User-Agent", "devfile-registry");
        Exchange exchange = new Exchange(client, destination, patience);
        if (payload instanceof Payload.Streamed streamed) {
            return exchange.send(request, method, streamed);
        }
        byte[] bytes = ((Payload.Bytes) payload).bytes();
        HttpRequest.BodyPublisher body =
                bytes.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(bytes);
        return exchange.send(request.method(method, body).build(), deadline);
    }
}
