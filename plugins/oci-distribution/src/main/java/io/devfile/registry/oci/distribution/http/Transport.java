package io.devfile.registry.oci.distribution.http;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;

/**
 * Sends single requests, and follows no redirects. Uses HTTP/1.1: a later version has no advantage for a registry, and
 * with HTTP/1.1 an interrupted request ends only its own connection.
 *
 * <p>Used by many threads. Holds idle connections, which end with this object.
 */
public final class Transport {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Duration timeout;

    /**
     * @param proxies which proxy to use for which address
     * @param timeout the timeout for a response, or for the next part of a body
     */
    public Transport(SSLContext tls, ProxySelector proxies, Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
                .sslContext(tls)
                .proxy(proxies)
                .build();
    }

    /**
     * Sends one request.
     *
     * @param deadline the time by which the response must begin; a body that is read while it is sent must instead make
     *     progress and be answered within the timeout
     * @return the response, with any status; the caller closes it
     * @throws CallFailedException if there is no response
     * @throws IOException if reading the content to send fails
     */
    public Answer send(
            String method, Destination destination, Map<String, String> headers, Payload payload, Deadline deadline)
            throws CallFailedException, IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(destination.address());
        headers.forEach(request::setHeader);
        request.setHeader("User-Agent", "devfile-registry");
        Exchange exchange = new Exchange(client, destination, timeout);
        if (payload instanceof Payload.Streamed streamed) {
            return exchange.send(request, method, streamed);
        }
        byte[] bytes = ((Payload.Bytes) payload).bytes();
        HttpRequest.BodyPublisher body =
                bytes.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(bytes);
        return exchange.send(request.method(method, body).build(), deadline);
    }
}
