package io.devfile.registry.toolkit.http;

import io.devfile.registry.spi.config.AddressPolicy;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpEntityContainer;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Builds Apache HttpClients for the registry. A client does what its caller says and nothing by itself: it follows no
 * redirects, repeats no requests, keeps no cookies, sends no credentials of its own and decodes no content. It connects
 * only to addresses that the {@link AddressPolicy} returned for that very connection.
 *
 * <p>For one thread; the clients are thread-safe. {@code cancel()} of a request ends it, whatever it waits for except the
 * resolving of a name, which ends within the time limit for connections.
 */
public final class HttpClientBuilder {

    private static final int CONNECTIONS = 256;
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 200;
    private static final TimeValue VALIDATE_AFTER = TimeValue.ofSeconds(1);
    private static final TimeValue MAX_AGE = TimeValue.ofMinutes(5);

    /** Looks for a response, such as 413, before each mebibyte of a large content; looking takes a millisecond. */
    private static final ResponseOutOfOrderStrategy EARLY_RESPONSES =
            new MonitoringResponseOutOfOrderStrategy(1024 * 1024, Long.MAX_VALUE);

    private AddressPolicy addresses = AddressPolicy.ANY;
    private @Nullable HttpProxy proxy;
    private @Nullable SSLContext tls;
    private boolean reuse;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration responseTimeout = Duration.ofSeconds(30);

    /** The hosts that the client may connect to; every host by default. */
    public HttpClientBuilder addresses(AddressPolicy policy) {
        addresses = policy;
        return this;
    }

    /**
     * The proxy for all requests. It resolves host names, so the policy checks only names. Without a proxy, a client
     * with a policy uses no proxy, and a client without a policy those of Java ({@code http.proxyHost} and so on).
     */
    public HttpClientBuilder proxy(@Nullable HttpProxy server) {
        proxy = server;
        return this;
    }

    /** The trusted certificate authorities; those of Java by default. Names of servers are always verified. */
    public HttpClientBuilder tls(@Nullable SSLContext context) {
        tls = context;
        return this;
    }

    /**
     * Keeps connections for later requests; by default, each request opens one. If a connection breaks before the response,
     * which usually means that the server has closed a kept one, a request without content is sent once more.
     */
    public HttpClientBuilder reuseConnections() {
        reuse = true;
        return this;
    }

    /** The time limit for a connection to one address, and then for the TLS handshake; 5 seconds by default. */
    public HttpClientBuilder connectTimeout(Duration limit) {
        connectTimeout = limit;
        return this;
    }

    /** The time limit for a response to begin, and for each next part of it; 30 seconds by default. */
    public HttpClientBuilder responseTimeout(Duration limit) {
        responseTimeout = limit;
        return this;
    }

    /** A new client, to be closed by the caller. */
    public CloseableHttpClient build() {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Resolver(proxy != null ? AddressPolicy.ANY : addresses, connectTimeout))
                .setTlsSocketStrategy(
                        new DefaultClientTlsStrategy(tls == null ? SSLContexts.createSystemDefault() : tls))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .responseOutOfOrderStrategy(EARLY_RESPONSES)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
                        .setValidateAfterInactivity(VALIDATE_AFTER)
                        .setTimeToLive(MAX_AGE)
                        .setSocketTimeout(Timeout.of(responseTimeout))
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(connectTimeout))
                        .build())
                .setMaxConnTotal(CONNECTIONS)
                .setMaxConnPerRoute(CONNECTIONS)
                .build();
        var builder = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setResponseTimeout(Timeout.of(responseTimeout))
                        .build())
                .setUserAgent("devfile-registry")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression();
        if (reuse) {
            builder.setRetryStrategy(new OnceMore());
        } else {
            builder.setConnectionReuseStrategy((request, response, context) -> false)
                    .disableAutomaticRetries();
        }
        if (proxy != null) {
            builder.setRoutePlanner(new CheckedProxy(proxy, addresses));
        } else if (addresses == AddressPolicy.ANY) {
            builder.setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()));
        }
        return builder.build();
    }

    /** Sends a request again if the server has closed its kept connection. */
    private static final class OnceMore implements HttpRequestRetryStrategy {

        @Override
        public boolean retryRequest(HttpRequest request, IOException failure, int count, HttpContext context) {
            boolean closed = failure instanceof NoHttpResponseException || failure.getClass() == SocketException.class;
            boolean hasContent = request instanceof HttpEntityContainer container && container.getEntity() != null;
            return count == 1 && closed && !hasContent;
        }

        @Override
        public boolean retryRequest(HttpResponse response, int count, HttpContext context) {
            return false;
        }

        @Override
        public TimeValue getRetryInterval(HttpResponse response, int count, HttpContext context) {
            return TimeValue.ZERO_MILLISECONDS;
        }
    }

    /** Hands connections the addresses that the policy returns. Java's resolver reacts to no interrupt and has no limit. */
    private record Resolver(AddressPolicy addresses, Duration limit) implements DnsResolver {

        private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "http-resolver");
            thread.setDaemon(true);
            return thread;
        });

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            Future<List<InetAddress>> resolved = THREADS.submit(() -> addresses.resolve(host, port));
            try {
                return resolved.get(limit.toNanos(), TimeUnit.NANOSECONDS).stream()
                        .map(address -> new InetSocketAddress(address, port))
                        .toList();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownHostException unknown) {
                    throw unknown;
                }
                throw unknown(e.getCause().getMessage(), e.getCause());
            } catch (TimeoutException e) {
                throw unknown("The name server did not respond in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unknown("The thread was interrupted", e);
            } finally {
                resolved.cancel(true);
            }
        }

        private static UnknownHostException unknown(@Nullable String message, Throwable cause) {
            UnknownHostException unknown = new UnknownHostException(message);
            unknown.initCause(cause);
            return unknown;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException("An address without a port cannot be checked");
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static final class CheckedProxy extends DefaultProxyRoutePlanner {

        private final AddressPolicy addresses;

        CheckedProxy(HttpProxy proxy, AddressPolicy addresses) {
            super(new HttpHost("http", proxy.host(), proxy.port()));
            this.addresses = addresses;
        }

        @Override
        protected HttpHost determineProxy(HttpHost target, HttpContext context) throws HttpException {
            try {
                addresses.check(target.getHostName(), port(target));
            } catch (UnknownHostException e) {
                throw new HttpException(e.getMessage(), e);
            }
            return super.determineProxy(target, context);
        }

        private static int port(HttpHost target) {
            boolean secure = "https".equalsIgnoreCase(target.getSchemeName());
            return target.getPort() > 0 ? target.getPort() : secure ? 443 : 80;
        }
    }
}
