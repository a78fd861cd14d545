package io.devfile.registry.fetch;

import io.devfile.registry.spi.config.AddressPolicy;
import io.devfile.registry.spi.config.RefusedAddressException;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what content may make the server connect to: the public internet, and what the operator allows. A name is resolved
 * once for each connection, and the connection goes to an address that was checked; so a redirect is checked like the first
 * address, and the new address of a name that changes meanwhile is not used.
 *
 * <p>Refused are loopback, link-local, private, shared, multicast, reserved and documentation addresses, the addresses at
 * which clouds serve their machines, those of this machine, and IPv6 addresses that embed one of these, unless
 * {@code registry.fetch.allow} names the host or the address. If the operator's network has a proxy
 * ({@code registry.fetch.proxy}), the proxy resolves the names: then only IP addresses, and names that are local by
 * definition, are checked here.
 *
 * <p>Immutable.
 */
public final class FetchGuard implements AddressPolicy {

    /** The endings of names that mean something else in every network (RFC 6761, 6762, 8375, and {@code .internal}). */
    private static final List<String> LOCAL_NAMES = List.of("localhost", "local", "internal", "home.arpa");

    /** More addresses of one name are not tried. */
    private static final int MAX_ADDRESSES = 4;

    private static final String REMEDY = ", which only " + AllowList.SETTING + " can permit";

    private final boolean offline;
    private final AllowList allowed;
    private final @Nullable HttpProxy proxy;
    private final HostResolver resolver;

    private FetchGuard(boolean offline, AllowList allowed, @Nullable HttpProxy proxy, HostResolver resolver) {
        this.offline = offline;
        this.allowed = allowed;
        this.proxy = proxy;
        this.resolver = resolver;
    }

    /**
     * @param allow what may be reached in addition: host names, addresses and blocks, see {@code registry.fetch.allow}
     * @param proxy the operator's proxy, {@code http://host:port}; null if there is none
     * @param offline whether nothing may be reached at all
     * @throws SettingException if an item of {@code allow} is none of these
     */
    public static FetchGuard open(List<String> allow, @Nullable URI proxy, boolean offline) throws SettingException {
        return of(allow, proxy, offline, HostResolver.SYSTEM);
    }

    static FetchGuard of(List<String> allow, @Nullable URI proxy, boolean offline, HostResolver resolver)
            throws SettingException {
        return new FetchGuard(
                offline,
                AllowList.parse(allow),
                proxy != null ? new HttpProxy(proxy.getHost(), proxy.getPort()) : null,
                resolver);
    }

    /** The operator's proxy, which all connections use. */
    public Optional<HttpProxy> proxy() {
        return Optional.ofNullable(proxy);
    }

    /** An address as it may be shown: without user, password and query. */
    public static String shown(String address) {
        return RemoteAddress.show(address);
    }

    /**
     * Checks whether an address may be reached. It resolves the name, and connects to nothing: the connection is checked
     * again.
     *
     * @param address as content names it: http or https
     * @throws FetchException if it may not be reached, or its host is not known
     */
    public void check(String address) throws FetchException {
        RemoteAddress parsed = RemoteAddress.parse(address);
        HostPort target = parsed.target();
        try {
            if (proxy != null) {
                check(target.host().toString(), target.port());
            } else {
                resolve(target.host().toString(), target.port());
            }
        } catch (UnknownHostException e) {
            throw new Failure(parsed.toString()).of(e);
        }
    }

    @Override
    public List<InetAddress> resolve(String host, int port) throws UnknownHostException {
        checkOnline();
        HostPort target = target(host, port);
        List<InetAddress> permitted = new ArrayList<>();
        Optional<String> objection = Optional.empty();
        for (InetAddress address : addresses(target.host())) {
            Optional<String> one = objection(target, address);
            if (one.isEmpty()) {
                permitted.add(address);
            } else {
                objection = one;
            }
        }
        if (permitted.isEmpty()) {
            throw objection
                    .<UnknownHostException>map(RefusedAddressException::new)
                    .orElseGet(() -> new UnknownHostException(target.host() + " has no address"));
        }
        return permitted.subList(0, Math.min(permitted.size(), MAX_ADDRESSES));
    }

    @Override
    public void check(String host, int port) throws RefusedAddressException {
        checkOnline();
        HostPort target = target(host, port);
        if (target.host() instanceof Host.Address literal) {
            Optional<String> objection = objection(target, literal.address());
            if (objection.isPresent()) {
                throw new RefusedAddressException(objection.get());
            }
        } else if (isLocal(target.host().toString()) && !allowed.covers(target)) {
            throw new RefusedAddressException(target.host() + " is a name for local networks" + REMEDY);
        }
    }

    private void checkOnline() throws RefusedAddressException {
        if (offline) {
            throw new RefusedAddressException("the registry is offline, because registry.offline is true");
        }
    }

    private static HostPort target(String host, int port) throws RefusedAddressException {
        String text = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return Host.tryParse(text)
                .map(one -> new HostPort(one, port))
                .orElseThrow(() -> new RefusedAddressException("its host is neither a name nor an IP address"));
    }

    private List<InetAddress> addresses(Host host) throws UnknownHostException {
        if (host instanceof Host.Address literal) {
            return List.of(literal.address());
        }
        try {
            return resolver.resolve(host.toString());
        } catch (UnknownHostException e) {
            throw new UnknownHostException("no address is known for " + host);
        }
    }

    /** Why the target must not be reached at this address; empty if it may. */
    private Optional<String> objection(HostPort target, InetAddress address) {
        if (allowed.covers(target, address)) {
            return Optional.empty();
        }
        return SpecialAddresses.describe(address)
                .or(() -> isOfThisMachine(address) ? Optional.of("an address of this machine") : Optional.empty())
                .map(what ->
                        target.host() + (target.host() instanceof Host.Address ? " is " : " has ") + what + REMEDY);
    }

    /** Names without a dot are completed by the search domains of a network. */
    private static boolean isLocal(String name) {
        return name.indexOf('.') < 0
                || LOCAL_NAMES.stream().anyMatch(local -> name.equals(local) || name.endsWith("." + local));
    }

    /** A connection to this machine's public address bypasses the firewall that protects this machine from others. */
    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // if the interfaces cannot be read, refusing is the safe answer
            return true;
        }
    }
}
