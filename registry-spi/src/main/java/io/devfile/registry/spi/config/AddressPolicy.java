package io.devfile.registry.spi.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Decides which hosts an instance may connect to. A plugin asks it for every connection, also after a redirect, and connects
 * to one of the addresses that it returns, without resolving the name again. Thread-safe.
 */
public interface AddressPolicy {

    /** Allows every host, as the system resolves it. */
    AddressPolicy ANY = new AddressPolicy() {
        @Override
        public List<InetAddress> resolve(String host, int port) throws UnknownHostException {
            return List.of(InetAddress.getAllByName(host));
        }

        @Override
        public void check(String host, int port) {
            // every host is allowed
        }
    };

    /**
     * Resolves a host for a direct connection.
     *
     * @param host a name or an IP address; an IPv6 address with or without brackets
     * @param port from 1 to 65535
     * @return the addresses that may be connected to, at least one, the preferred one first
     * @throws RefusedAddressException if the host may not be connected to
     * @throws UnknownHostException if the host has no address
     */
    List<InetAddress> resolve(String host, int port) throws UnknownHostException;

    /**
     * Checks a host for a connection through a proxy, which resolves the name itself. The proxy itself is not checked.
     *
     * @param host as in {@link #resolve}
     * @param port from 1 to 65535
     * @throws RefusedAddressException if the host may not be connected to
     */
    void check(String host, int port) throws RefusedAddressException;
}
