package io.devfile.registry.oci.distribution.http;

import io.devfile.registry.toolkit.http.Deadline;
import io.devfile.registry.toolkit.http.HttpClientBuilder;
import io.devfile.registry.toolkit.http.HttpExchange;
import io.devfile.registry.toolkit.http.HttpFailure;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Sends single requests, and follows no redirects. Thread-safe. */
public final class Transport implements AutoCloseable {

    private static final Duration MAX_CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final CloseableHttpClient client;
    private final Duration timeout;

    /** @param timeout for a connection, for a response, and for the next part of one */
    public Transport(@Nullable SSLContext tls, @Nullable HttpProxy proxy, Duration timeout) {
        this.timeout = timeout;
        this.client = new HttpClientBuilder()
                .tls(tls)
                .proxy(proxy)
                .connectTimeout(timeout.compareTo(MAX_CONNECT_TIMEOUT) < 0 ? timeout : MAX_CONNECT_TIMEOUT)
                .responseTimeout(timeout)
                .reuseConnections()
                .build();
    }

    /**
     * The content of a request.
     *
     * @param size in bytes
     * @param writer writes the same bytes at each call
     */
    public record Content(long size, HttpExchange.BodyWriter writer) {}

    /**
     * Sends one request.
     *
     * @param deadline for the response and its body; a request with content must instead make progress, and be answered
     *     within the timeout
     * @return the response, with any status; the caller closes it
     * @throws CallFailedException if there is no response
     * @throws IOException if the writer of the content throws it
     */
    public Response send(
            String method,
            Destination destination,
            Map<String, String> headers,
            @Nullable Content content,
            Deadline deadline)
            throws CallFailedException, IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, destination.address());
        headers.forEach(request::setHeader);
        try {
            return new Response(
                    content == null
                            ? HttpExchange.send(client, request, deadline)
                            : HttpExchange.send(client, request, content.size(), content.writer(), timeout),
                    destination);
        } catch (HttpFailure e) {
            throw CallFailedException.of(e);
        }
    }

    /** Ends all requests. */
    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
