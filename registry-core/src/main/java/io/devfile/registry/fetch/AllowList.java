package io.devfile.registry.fetch;

import io.devfile.registry.spi.config.SettingException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the operator lets content reach although it is not of the public internet. Immutable. */
final class AllowList {

    /** The setting that it comes from. */
    static final String SETTING = "registry.fetch.allow";

    private final List<Rule> rules;

    private AllowList(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Hosts or addresses, on one port or, where none is given, on all. */
    private record Rule(Optional<Host.Name> name, Optional<CidrBlock> block, Optional<Integer> port) {
        boolean covers(HostPort target, InetAddress address) {
            return port.map(one -> one == target.port()).orElse(true)
                    && (name.map(target.host()::equals).orElse(false)
                            || block.map(one -> one.contains(address)).orElse(false));
        }
    }

    /**
     * @param entries each a host name, an address (one of IPv6 with or without brackets) or a block; names and addresses
     *     with {@code :port} after them, if they are to be reached there alone, and IPv6 ones in brackets then
     * @throws SettingException at the first that is none of these
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
            return CidrBlock.tryParse(entry)
                    .map(block -> new Rule(Optional.empty(), Optional.of(block), Optional.empty()));
        }
        return Host.tryParseAddress(entry)
                .<Host>map(Host.Address::new)
                .or(() -> Host.tryParse(entry))
                .map(host -> rule(host, Optional.empty()))
                .or(() -> HostPort.tryParse(entry).map(one -> rule(one.host(), Optional.of(one.port()))));
    }

    private static Rule rule(Host host, Optional<Integer> port) {
        if (host instanceof Host.Address literal) {
            return new Rule(Optional.empty(), Optional.of(CidrBlock.of(literal.address())), port);
        }
        return new Rule(Optional.of((Host.Name) host), Optional.empty(), port);
    }

    /** Whether the target may be reached at the address, by its name, by the address or by one inside of that. */
    boolean covers(HostPort target, InetAddress address) {
        return rules.stream().anyMatch(rule -> rule.covers(target, address))
                || EmbeddedAddress.in(address)
                        .filter(inner -> rules.stream().anyMatch(rule -> rule.covers(target, inner)))
                        .isPresent();
    }

    /** Whether the target may be reached by its name, whatever its address. */
    boolean covers(HostPort target) {
        return rules.stream()
                .anyMatch(rule -> rule.name().isPresent() && rule.covers(target, InetAddress.getLoopbackAddress()));
    }
}
