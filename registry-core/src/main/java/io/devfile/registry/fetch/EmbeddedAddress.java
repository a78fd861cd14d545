package io.devfile.registry.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/** IPv4 addresses that are embedded in IPv6 addresses. Translators and tunnels send packets to the embedded address. */
final class EmbeddedAddress {

    private static final int IPV4_LENGTH = 4;

    private EmbeddedAddress() {}

    /**
     * The IPv4 address that packets to this address may reach: mapped (RFC 4291, section 2.5.5.2; Java converts most
     * of these to IPv4 addresses itself), compatible (2.5.5.1), NAT64 (RFC 6052), 6to4 (RFC 3056), ISATAP (RFC 5214).
     */
    static Optional<InetAddress> in(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return Optional.empty();
        }
        byte[] bytes = address.getAddress();
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)
                || startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff)
                || (startsWith(bytes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) && !isUnspecifiedOrLoopback(address))) {
            return Optional.of(ipv4(bytes, 12));
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return Optional.of(ipv4(bytes, 2));
        }
        boolean isatap = (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 0xff) == 0xfe;
        return isatap ? Optional.of(ipv4(bytes, 12)) : Optional.empty();
    }

    private static boolean isUnspecifiedOrLoopback(InetAddress address) {
        return address.isAnyLocalAddress() || address.isLoopbackAddress();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static InetAddress ipv4(byte[] bytes, int offset) {
        try {
            return Inet4Address.getByAddress(Arrays.copyOfRange(bytes, offset, offset + IPV4_LENGTH));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
