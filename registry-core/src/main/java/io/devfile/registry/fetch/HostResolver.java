package io.devfile.registry.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up names. Implementations are thread-safe. */
@FunctionalInterface
interface HostResolver {

    /** As the machine is set up. */
    HostResolver SYSTEM = name -> List.of(InetAddress.getAllByName(name));

    /** @throws UnknownHostException where there is no address of that name */
    List<InetAddress> resolve(String name) throws UnknownHostException;
}
