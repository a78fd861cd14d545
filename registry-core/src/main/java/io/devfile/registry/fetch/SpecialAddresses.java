package io.devfile.registry.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses outside the public internet, and addresses at which clouds return credentials.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA's registry for IPv4</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">and for IPv6</a>
 */
final class SpecialAddresses {

    /** All addresses assigned as global unicast (RFC 4291, section 2.4); the others are local, multicast or reserved. */
    private static final CidrBlock GLOBAL_IPV6 = block("2000::/3");

    private static final CidrBlock NAT64 = block("64:ff9b::/96");

    private static final Map<CidrBlock, String> BLOCKS = new LinkedHashMap<>();

    static {
        add("0.0.0.0/8", "an address of this network");
        add("10.0.0.0/8", "a private address");
        add("100.64.0.0/10", "a shared address behind a provider's NAT");
        add("127.0.0.0/8", "a loopback address");
        add("168.63.129.16/32", "an address of a cloud metadata service");
        add("169.254.0.0/16", "a link-local address");
        add("172.16.0.0/12", "a private address");
        add("192.0.0.0/24", "an address reserved for protocols");
        add("192.0.2.0/24", "an address for documentation");
        add("192.88.99.0/24", "an address of a tunnel's relay");
        add("192.168.0.0/16", "a private address");
        add("198.18.0.0/15", "an address for benchmarks");
        add("198.51.100.0/24", "an address for documentation");
        add("203.0.113.0/24", "an address for documentation");
        add("224.0.0.0/4", "a multicast address");
        add("255.255.255.255/32", "the broadcast address");
        add("240.0.0.0/4", "a reserved address");
        add("::/128", "the unspecified address");
        add("::1/128", "a loopback address");
        add("64:ff9b:1::/48", "an address of a local translation");
        add("fc00::/7", "a unique local address");
        add("fe80::/10", "a link-local address");
        add("fec0::/10", "a site-local address");
        add("ff00::/8", "a multicast address");
        add("2001::/23", "an address reserved for protocols");
        add("2001:db8::/32", "an address for documentation");
        add("3fff::/20", "an address for documentation");
    }

    private SpecialAddresses() {}

    /** A description of the address, such as "a loopback address"; empty for an address of the public internet. */
    static Optional<String> describe(InetAddress address) {
        Optional<InetAddress> embedded = EmbeddedAddress.in(address);
        if (embedded.isPresent()) {
            Optional<String> inner = describe(embedded.get());
            if (inner.isPresent()) {
                return inner.map(what -> what + " embedded in an IPv6 address");
            }
        }
        for (var special : BLOCKS.entrySet()) {
            if (special.getKey().contains(address)) {
                return Optional.of(special.getValue());
            }
        }
        boolean reserved =
                address instanceof Inet6Address && !GLOBAL_IPV6.contains(address) && !NAT64.contains(address);
        return reserved ? Optional.of("a reserved address") : Optional.empty();
    }

    private static void add(String block, String what) {
        BLOCKS.put(block(block), what);
    }

    private static CidrBlock block(String text) {
        return CidrBlock.tryParse(text).orElseThrow();
    }
}
