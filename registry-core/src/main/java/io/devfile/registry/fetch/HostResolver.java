package io.devfile.registry.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Resolves names. Implementations are thread-safe. */
@FunctionalInterface
interface HostResolver {

    /** The resolver of the system. */
    HostResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /** @throws UnknownHostException if the name has no address */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
