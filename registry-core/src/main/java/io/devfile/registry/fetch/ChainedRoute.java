package io.devfile.registry.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * By way of the operator's own proxy, which looks up the names: so of a name nothing is known here but itself, and what it
 * may lead to is that proxy's to say.
 */
final class ChainedRoute implements Route {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String PROXY = "the proxy of registry.fetch.proxy";

    private final FetchPolicy policy;
    private final URI proxy;

    /** @param proxy {@code http://host:port} */
    ChainedRoute(FetchPolicy policy, URI proxy) {
        this.policy = policy;
        this.proxy = proxy;
    }

    @Override
    public Wire tunnel(HostPort target) throws RefusedException {
        Wire wire = plain(target);
        try {
            String request = "CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n\r\n";
            wire.out().write(request.getBytes(StandardCharsets.US_ASCII));
            Optional<Integer> status = wire.readHead(TIMEOUT).flatMap(MessageHead::status);
            if (status.filter(code -> code / 100 == 2).isPresent()) {
                return wire;
            }
            wire.close();
            throw Refusal.unreachable(PROXY + " does not connect to " + target
                    + status.map(code -> " and answers " + code).orElse(""));
        } catch (RefusedException e) {
            throw e;
        } catch (IOException e) {
            wire.abort();
            throw Refusal.unreachable(PROXY + " breaks off before it connects to " + target);
        }
    }

    @Override
    public Wire plain(HostPort target) throws RefusedException {
        check(target);
        try {
            return DirectRoute.connect(new InetSocketAddress(proxy.getHost(), proxy.getPort()));
        } catch (IOException e) {
            throw Refusal.unreachable(PROXY + " takes no connection");
        }
    }

    @Override
    public void check(HostPort target) throws RefusedException {
        policy.checkOnline();
        policy.checkUnresolved(target);
    }

    @Override
    public boolean absoluteForm() {
        return true;
    }
}
