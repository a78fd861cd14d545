package io.devfile.registry.fetch;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;

/**
 * What content may make the server connect to: the public internet, and what the operator allows. Safe for use by several
 * threads.
 */
final class FetchPolicy {

    /** What ends a name that means something else in every network (RFC 6761, 6762, 8375, and {@code .internal}). */
    private static final List<String> LOCAL_NAMES = List.of("localhost", "local", "internal", "home.arpa");

    private static final String REMEDY = ", which only " + AllowList.SETTING + " can open";

    private final boolean offline;
    private final AllowList allowed;

    FetchPolicy(boolean offline, AllowList allowed) {
        this.offline = offline;
        this.allowed = allowed;
    }

    /** @throws RefusedException where nothing at all may be reached */
    void checkOnline() throws RefusedException {
        if (offline) {
            throw Refusal.policy("the registry is offline, because registry.offline is true");
        }
    }

    /** Why the target must not be reached at this address; empty where it may. */
    Optional<String> objection(HostPort target, InetAddress address) {
        if (allowed.covers(target, address)) {
            return Optional.empty();
        }
        return SpecialAddresses.describe(address)
                .or(() -> isOfThisMachine(address) ? Optional.of("an address of this machine") : Optional.empty())
                .map(what ->
                        target.host() + (target.host() instanceof Host.Address ? " is " : " has ") + what + REMEDY);
    }

    /**
     * Looks at a target that somebody else resolves: a name says little about its address, but some say enough.
     *
     * @throws RefusedException where it must not be reached
     */
    void checkUnresolved(HostPort target) throws RefusedException {
        if (target.host() instanceof Host.Address literal) {
            Optional<String> objection = objection(target, literal.address());
            if (objection.isPresent()) {
                throw Refusal.policy(objection.get());
            }
        } else if (isLocal(target.host().toString()) && !allowed.covers(target)) {
            throw Refusal.policy(target.host() + " is a name for local networks" + REMEDY);
        }
    }

    private static boolean isLocal(String name) {
        return LOCAL_NAMES.stream().anyMatch(local -> name.equals(local) || name.endsWith("." + local));
    }

    /** The way to an address of its own leads around what a firewall keeps others from. */
    private static boolean isOfThisMachine(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            // whoever cannot tell had better not connect
            return true;
        }
    }
}
