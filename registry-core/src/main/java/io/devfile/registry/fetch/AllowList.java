package io.devfile.registry.fetch;

import io.devfile.registry.spi.config.SettingException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hosts and addresses outside the public internet that the operator allows content to reach. Immutable. */
final class AllowList {

    /** The name of the setting. */
    static final String SETTING = "registry.fetch.allow";

    private final List<Rule> rules;

    private AllowList(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Hosts or addresses, on one port or, without a port, on all ports. */
    private record Rule(
            Host.@Nullable Name name,
            @Nullable CidrBlock block,
            @Nullable Integer port) {
        boolean covers(HostPort target, InetAddress address) {
            return (port == null || port == target.port())
                    && (target.host().equals(name) || block != null && block.contains(address));
        }
    }

    /**
     * @param entries each a host name, an IP address (IPv6 with or without brackets) or a block; a name or an address may
     *     end with {@code :port} to allow that port only, and an IPv6 address is in brackets then
     * @throws SettingException at the first entry that is none of these
     */
    static AllowList parse(List<String> entries) throws SettingException {
        List<Rule> rules = new ArrayList<>();
        for (String entry : entries) {
            rules.add(rule(entry)
                    .orElseThrow(() -> new SettingException(
                            SETTING,
                            "'" + entry + "' is neither a host name, nor an address, nor a block of addresses",
                            "Write git.example.com, git.example.com:8443, 10.1.2.3, [fd00::1]:8080 or 10.0.0.0/8, with"
                                    + " commas between.")));
        }
        return new AllowList(rules);
    }

    private static Optional<Rule> rule(String entry) {
        if (entry.indexOf('/') >= 0) {
            return CidrBlock.tryParse(entry).map(block -> new Rule(null, block, null));
        }
        return Host.tryParseAddress(entry)
                .<Host>map(Host.Address::new)
                .or(() -> Host.tryParse(entry))
                .map(host -> rule(host, null))
                .or(() -> HostPort.tryParse(entry).map(one -> rule(one.host(), one.port())));
    }

    private static Rule rule(Host host, @Nullable Integer port) {
        if (host instanceof Host.Address literal) {
            return new Rule(null, CidrBlock.of(literal.address()), port);
        }
        return new Rule((Host.Name) host, null, port);
    }

    /** Whether the target may be reached at an address: its name, the address, or an embedded address is allowed. */
    boolean covers(HostPort target, InetAddress address) {
        return rules.stream().anyMatch(rule -> rule.covers(target, address))
                || EmbeddedAddress.in(address)
                        .filter(inner -> rules.stream().anyMatch(rule -> rule.covers(target, inner)))
                        .isPresent();
    }

    /** Whether the name of the target is allowed, at any address. */
    boolean covers(HostPort target) {
        return rules.stream()
                .anyMatch(rule -> rule.name() != null && rule.covers(target, InetAddress.getLoopbackAddress()));
    }
}
