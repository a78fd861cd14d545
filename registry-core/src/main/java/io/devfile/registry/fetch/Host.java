package io.devfile.registry.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A host in a URL: a name or an IP address. */
sealed interface Host {

    /** Exactly four decimal numbers; other forms that some resolvers accept as addresses are not accepted here. */
    Pattern IPV4 =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}");

    /** Names as resolvers accept them, including underscores, which occur. */
    Pattern NAME = Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");

    /** {@code 127.1}, {@code 0x7f000001}, {@code 2130706433}, {@code 017700000001}: some programs read these as addresses, others as names. */
    Pattern AMBIGUOUS = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");

    int LONGEST_NAME = 253;

    /** A name: lower-case, without the dot at the end. */
    record Name(String name) implements Host {
        @Override
        public String toString() {
            return name;
        }
    }

    /** An IP address. */
    record Address(InetAddress address) implements Host {
        @Override
        public String toString() {
            String text = address.getHostAddress();
            return address instanceof Inet6Address ? "[" + text + "]" : text;
        }
    }

    /**
     * A host as it is written in a URI (RFC 3986, section 3.2.2): a name, an IPv4 address in four decimal numbers, or an IPv6
     * address in brackets. Empty for everything else, such as an address with a zone, or with fewer numbers.
     */
    static Optional<Host> tryParse(String text) {
        if (text.startsWith("[") && text.endsWith("]")) {
            String inner = text.substring(1, text.length() - 1);
            return inner.indexOf(':') < 0
                    ? Optional.empty()
                    : tryParseAddress(inner).map(Address::new);
        }
        if (IPV4.matcher(text).matches()) {
            return tryParseAddress(text).map(Address::new);
        }
        String name = (text.endsWith(".") ? text.substring(0, text.length() - 1) : text).toLowerCase(Locale.ROOT);
        boolean valid = name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && !AMBIGUOUS.matcher(name).matches();
        return valid ? Optional.of(new Name(name)) : Optional.empty();
    }

    /** Parses an address without brackets. Resolves no name. */
    static Optional<InetAddress> tryParseAddress(String text) {
        boolean ipv6 = text.indexOf(':') >= 0 && text.length() <= 45 && text.matches("[0-9A-Fa-f:.]+");
        if (!ipv6 && !IPV4.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            // text in the form of an address is parsed, never resolved
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
