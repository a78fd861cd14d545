package io.devfile.registry.toolkit.http;

import io.devfile.registry.spi.config.AddressPolicy;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Builds Apache HttpClients for the registry. A client does what its caller says and nothing by itself: it follows no
 * redirects, repeats no requests, keeps no cookies, sends no credentials of its own and decodes no content. It connects
 * only to addresses that the {@link AddressPolicy} returned for that very connection.
 *
 * <p>For one thread; the clients are thread-safe. {@code cancel()} of a request ends it, whatever it waits for except the
 * resolving of a name.
 */
public final class HttpClientBuilder {

    private static final int CONNECTIONS = 256;
    private static final int MAX_LINE = 16 * 1024;
    private static final int MAX_HEADERS = 200;

    private AddressPolicy addresses = AddressPolicy.ANY;
    private @Nullable HttpProxy proxy;
    private @Nullable SSLContext tls;
    private Duration connectTimeout = Duration.ofSeconds(5);
    private Duration responseTimeout = Duration.ofSeconds(30);

    /** The hosts that the client may connect to; every host by default. */
    public HttpClientBuilder addresses(AddressPolicy policy) {
        addresses = policy;
        return this;
    }

    /** The proxy for all requests; none by default. The proxy resolves the names of hosts, and the policy checks them only. */
    public HttpClientBuilder proxy(@Nullable HttpProxy server) {
        proxy = server;
        return this;
    }

    /** The trusted certificate authorities; those of Java by default. Names of servers are always verified. */
    public HttpClientBuilder tls(@Nullable SSLContext context) {
        tls = context;
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
                .setDnsResolver(proxy != null ? new Resolver(AddressPolicy.ANY) : new Resolver(addresses))
                .setTlsSocketStrategy(
                        new DefaultClientTlsStrategy(tls == null ? SSLContexts.createSystemDefault() : tls))
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(MAX_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(connectTimeout))
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
                // a kept connection that its server has closed would fail the next request
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression();
        if (proxy != null) {
            builder.setRoutePlanner(new CheckedProxy(proxy, addresses));
        }
        return builder.build();
    }

    /** Hands connections the addresses that the policy returns. */
    private record Resolver(AddressPolicy addresses) implements DnsResolver {
        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            return addresses.resolve(host, port).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
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
