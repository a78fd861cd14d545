package io.devfile.registry.fetch;

import io.devfile.registry.spi.config.SettingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A forward proxy on loopback, which every client that follows an address from content goes through. It looks up the name
 * itself, once, looks at the address, and connects to that very address; so a redirect is looked at like the first address,
 * and a name that changes its address in between gains nothing. It takes CONNECT, for TLS, Git and SSH, and plain HTTP
 * requests.
 *
 * <p>It serves this process alone: the other end of a connection has to be one of its sockets, which Linux tells, or the
 * client has to show a secret of this process. A client of another process is answered 407.
 *
 * <p>Refused are loopback, link-local, private, shared, multicast, reserved and documentation addresses, those at which
 * clouds serve their machines, those of this machine, and IPv6 addresses that have one of these inside, unless
 * {@code registry.fetch.allow} names the host or the address. Where the operator's network has a proxy of its own
 * ({@code registry.fetch.proxy}), that one looks up the names: then only addresses, and names that are local by definition,
 * are looked at here.
 *
 * <p>Safe for use by several threads.
 */
public final class FetchGuard implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(FetchGuard.class.getName());
    private static final Duration IDLE = Duration.ofMinutes(2);

    private static final Duration AFTER_FAILURE = Duration.ofMillis(200);

    /** At once; what comes in addition waits. */
    private static final int CONNECTIONS = 256;

    private final ServerSocket listener;
    private final Route route;
    private final Duration idle;
    private final Tickets tickets = new Tickets();
    private final Semaphore slots = new Semaphore(CONNECTIONS);
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = FetchThreads.upTo(2 * CONNECTIONS + 1, "fetch-guard");

    private FetchGuard(ServerSocket listener, Route route, Duration idle) {
        this.listener = listener;
        this.route = route;
        this.idle = idle;
    }

    /**
     * Opens a guard on a port that the system chooses.
     *
     * @param allow what may be reached in addition: host names, addresses and blocks, see {@code registry.fetch.allow}
     * @param proxy the operator's proxy, {@code http://host:port}, where there is one
     * @param offline whether nothing may be reached at all
     * @throws SettingException where something in {@code allow} is none of these
     * @throws GuardException where no port can be listened on
     */
    public static FetchGuard open(List<String> allow, Optional<URI> proxy, boolean offline)
            throws SettingException, GuardException {
        FetchPolicy policy = new FetchPolicy(offline, AllowList.parse(allow));
        Route route = proxy.<Route>map(one -> new ChainedRoute(policy, one))
                .orElseGet(() -> new DirectRoute(policy, HostResolver.SYSTEM));
        try {
            return open(route, IDLE);
        } catch (IOException e) {
            throw new GuardException(e);
        }
    }

    static FetchGuard open(Route route, Duration idle) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        FetchGuard guard = new FetchGuard(new ServerSocket(0, CONNECTIONS, loopback), route, idle);
        guard.threads.execute(guard::accept);
        return guard;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) listener.getLocalSocketAddress();
    }

    /**
     * The address for clients that take a proxy as a URI, such as plugins: {@code http://127.0.0.1:port}. Where this system
     * cannot tell that a client is of this process, it has user and password in it, which are secret.
     */
    public URI proxy() {
        String userInfo =
                OwnSockets.canTell() ? "" : "registry:" + tickets.issue().secret() + "@";
        return URI.create("http://" + userInfo + address().getAddress().getHostAddress() + ":"
                + address().getPort());
    }

    /**
     * Looks whether an address may be reached, so that it can be said why not. It looks up the name, and connects to
     * nothing: what goes through this guard later is looked at again.
     *
     * @param address as content names it: http or https
     * @throws FetchException where it may not be reached, or nobody knows its host
     */
    public void check(String address) throws FetchException {
        RemoteAddress parsed = RemoteAddress.parse(address);
        try {
            route.check(parsed.target());
        } catch (RefusedException e) {
            throw new Failure(parsed.toString()).refused(e.refusal());
        }
    }

    /** An address as it may be shown: without user, password and query. */
    public static String shown(String address) {
        return RemoteAddress.show(address);
    }

    /** A right to use this, to be given back. */
    Ticket issue() {
        return tickets.issue();
    }

    void revoke(Ticket ticket) {
        tickets.revoke(ticket);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                slots.acquire();
                serve(listener.accept());
            } catch (InterruptedException e) {
                // only close does this
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                slots.release();
                if (!listener.isClosed()) {
                    LOG.log(Level.WARNING, "The fetch guard could not take a connection", e);
                    // a server without descriptors gets some back, but not at once
                    LockSupport.parkNanos(AFTER_FAILURE.toNanos());
                }
            }
        }
    }

    private void serve(Socket client) throws IOException {
        clients.add(client);
        try {
            client.setTcpNoDelay(true);
            Wire wire = new Wire(client);
            threads.execute(() -> new ProxyConnection(wire, route, tickets, idle).serve(threads, () -> {
                clients.remove(client);
                slots.release();
            }));
        } catch (IOException | RuntimeException e) {
            clients.remove(client);
            client.close();
            throw e;
        }
    }

    /** Ends what is under way, and takes no more. */
    @Override
    public void close() {
        try {
            listener.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            LOG.log(Level.FINE, "A connection could not be closed", e);
        }
        threads.shutdownNow();
    }
}
