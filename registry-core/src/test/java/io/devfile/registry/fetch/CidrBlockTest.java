package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrBlockTest {

    @Property
    void holdsTheAddressesThatBeginWithTheSameBits(
            @ForAll @Size(16) byte[] network,
            @ForAll @Size(16) byte[] other,
            @ForAll @IntRange(max = 128) int bits,
            @ForAll @IntRange(max = 128) int shared)
            throws UnknownHostException {
        // most pairs of addresses differ in the first byte, so some bits are made the same
        for (int bit = 0; bit < shared; bit++) {
            int mask = 0x80 >> (bit % 8);
            other[bit / 8] = (byte) ((other[bit / 8] & ~mask) | (network[bit / 8] & mask));
        }
        network[0] = 0x20;
        other[0] = 0x20;
        BigInteger difference = new BigInteger(1, network).xor(new BigInteger(1, other));
        boolean same = difference.shiftRight(128 - bits).signum() == 0;

        assertThat(new CidrBlock(InetAddress.getByAddress(network), bits).contains(InetAddress.getByAddress(other)))
                .isEqualTo(same);
    }

    @Test
    void ofNoBitsHoldsAllOfItsKind() {
        CidrBlock all = CidrBlock.tryParse("0.0.0.0/0").orElseThrow();

        assertThat(all.contains(Host.tryParseAddress("203.0.113.9").orElseThrow()))
                .isTrue();
        assertThat(all.contains(Host.tryParseAddress("::1").orElseThrow())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0",
                "10.0.0.0/",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10/8",
                "::/129",
                "a/8",
                "/8",
                "10.0.0.0/8/8",
                "[::1]/128"
            })
    void isNotMadeOfAnythingElse(String text) {
        assertThat(CidrBlock.tryParse(text)).isEmpty();
    }
}
