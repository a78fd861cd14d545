package io.devfile.registry.fetch;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A block of addresses that begin with the same bits (RFC 4632, RFC 4291 section 2.3). A block of IPv4
 * contains no IPv6 addresses, and vice versa.
 *
 * @param network any address of the block
 * @param bits the number of equal bits: up to 32 or 128
 */
record CidrBlock(InetAddress network, int bits) {

    CidrBlock {
        if (bits < 0 || bits > network.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("An address of this kind does not have " + bits + " bits");
        }
    }

    /** The block of one address. */
    static CidrBlock of(InetAddress address) {
        return new CidrBlock(address, address.getAddress().length * Byte.SIZE);
    }

    /** {@code 10.0.0.0/8}, {@code fd00::/8}; empty if the text has another form. */
    static Optional<CidrBlock> tryParse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(text.substring(slash + 1));
        return Host.tryParseAddress(text.substring(0, slash))
                .filter(network -> bits <= network.getAddress().length * Byte.SIZE)
                .map(network -> new CidrBlock(network, bits));
    }

    boolean contains(InetAddress address) {
        byte[] ours = network.getAddress();
        byte[] theirs = address.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit += Byte.SIZE) {
            int mask = bits - bit >= Byte.SIZE ? 0xff : 0xff << (Byte.SIZE - (bits - bit));
            if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask & 0xff) != 0) {
                return false;
            }
        }
        return true;
    }
}
