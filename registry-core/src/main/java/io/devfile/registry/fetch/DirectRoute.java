package io.devfile.registry.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Straight to the target. A name is looked up once, and the connection goes to an address that was looked at, so that a
 * resolver that changes its mind in between gains nothing.
 */
final class DirectRoute implements Route {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** More addresses than these are not tried. */
    private static final int ATTEMPTS = 4;

    private final FetchPolicy policy;
    private final HostResolver resolver;

    DirectRoute(FetchPolicy policy, HostResolver resolver) {
        this.policy = policy;
        this.resolver = resolver;
    }

    @Override
    public Wire tunnel(HostPort target) throws RefusedException {
        policy.checkOnline();
        List<InetAddress> addresses = permitted(target);
        Optional<RefusedException> failure = Optional.empty();
        for (InetAddress address : addresses.subList(0, Math.min(addresses.size(), ATTEMPTS))) {
            try {
                return connect(new InetSocketAddress(address, target.port()));
            } catch (SocketTimeoutException e) {
                failure = Optional.of(Refusal.timedOut("no connection to " + target + " came about within "
                        + CONNECT_TIMEOUT.toSeconds() + " seconds"));
            } catch (IOException e) {
                failure = Optional.of(Refusal.unreachable(target + " takes no connection"));
            }
        }
        throw failure.orElseGet(() -> Refusal.unreachable(target.host() + " has no address"));
    }

    @Override
    public Wire plain(HostPort target) throws RefusedException {
        return tunnel(target);
    }

    @Override
    public void check(HostPort target) throws RefusedException {
        policy.checkOnline();
        if (permitted(target).isEmpty()) {
            throw Refusal.unreachable(target.host() + " has no address");
        }
    }

    @Override
    public boolean absoluteForm() {
        return false;
    }

    private List<InetAddress> permitted(HostPort target) throws RefusedException {
        List<InetAddress> permitted = new ArrayList<>();
        Optional<String> objection = Optional.empty();
        for (InetAddress address : resolve(target.host())) {
            Optional<String> one = policy.objection(target, address);
            if (one.isEmpty()) {
                permitted.add(address);
            } else {
                objection = one;
            }
        }
        if (permitted.isEmpty() && objection.isPresent()) {
            throw Refusal.policy(objection.get());
        }
        return permitted;
    }

    private List<InetAddress> resolve(Host host) throws RefusedException {
        if (host instanceof Host.Address literal) {
            return List.of(literal.address());
        }
        try {
            return resolver.resolve(host.toString());
        } catch (UnknownHostException e) {
            throw Refusal.unreachable("no address is known of " + host);
        }
    }

    static Wire connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(address, (int) CONNECT_TIMEOUT.toMillis());
            return new Wire(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
