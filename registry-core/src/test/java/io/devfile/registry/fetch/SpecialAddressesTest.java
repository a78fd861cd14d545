package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialAddressesTest {

    private static InetAddress address(String text) {
        return Host.tryParseAddress(text).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, this network",
        "0.255.255.255, this network",
        "10.0.0.0, private",
        "10.255.255.255, private",
        "100.64.0.0, shared",
        "100.100.100.200, shared",
        "100.127.255.255, shared",
        "127.0.0.1, loopback",
        "127.255.255.255, loopback",
        "168.63.129.16, cloud",
        "169.254.0.1, link-local",
        "169.254.169.254, link-local",
        "172.16.0.0, private",
        "172.31.255.255, private",
        "192.0.0.192, reserved",
        "192.0.2.1, documentation",
        "192.88.99.1, relay",
        "192.168.0.0, private",
        "192.168.255.255, private",
        "198.18.0.1, benchmarks",
        "198.19.255.255, benchmarks",
        "198.51.100.7, documentation",
        "203.0.113.7, documentation",
        "224.0.0.1, multicast",
        "239.255.255.255, multicast",
        "240.0.0.1, reserved",
        "255.255.255.255, broadcast",
        "::, unspecified",
        "::1, loopback",
        "::7f00:1, loopback",
        "::ffff:127.0.0.1, loopback",
        "::ffff:a00:1, private",
        "::ffff:0:7f00:1, reserved",
        "64:ff9b::10.0.0.1, private",
        "64:ff9b::a9fe:a9fe, link-local",
        "64:ff9b:1::808:808, local translation",
        "100::1, reserved",
        "2001::1, protocols",
        "2001:db8::1, documentation",
        "2002:7f00:1::, loopback",
        "2002:a9fe:a9fe::1, link-local",
        "2a00:1450::5efe:10.0.0.1, private",
        "2a00:1450::200:5efe:a00:1, private",
        "3fff::1, documentation",
        "4000::1, reserved",
        "fc00::1, unique local",
        "fd00:ec2::254, unique local",
        "fdff:ffff::1, unique local",
        "fe80::1, link-local",
        "febf::1, link-local",
        "fec0::1, site-local",
        "ff02::1, multicast"
    })
    void areToldWithWhatIsSpecial(String address, String what) {
        assertThat(SpecialAddresses.describe(address(address)))
                .hasValueSatisfying(description -> assertThat(description).contains(what));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2001:4860:4860::8888",
                "2606:4700::1111",
                "2a00:1450:4001::5efe:808:808",
                "3ffe::1"
            })
    void areNotThoseOfThePublicInternet(String address) {
        assertThat(SpecialAddresses.describe(address(address))).isEmpty();
    }

    @Property
    void areSpecialInsideOfEveryIpv6FormAsTheyAreOutside(@ForAll @Size(4) byte[] ipv4) throws UnknownHostException {
        boolean special =
                SpecialAddresses.describe(InetAddress.getByAddress(ipv4)).isPresent();
        byte[] nat64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        byte[] sixToFour = {0x20, 0x02, 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        byte[] isatap = {0x2a, 0, 1, 2, 3, 4, 5, 6, 0, 0, 0x5e, (byte) 0xfe, 0, 0, 0, 0};
        System.arraycopy(ipv4, 0, nat64, 12, 4);
        System.arraycopy(ipv4, 0, sixToFour, 2, 4);
        System.arraycopy(ipv4, 0, isatap, 12, 4);

        for (byte[] form : new byte[][] {nat64, sixToFour, isatap}) {
            assertThat(SpecialAddresses.describe(InetAddress.getByAddress(form)).isPresent())
                    .isEqualTo(special);
        }
    }

    @Property
    void areAllThatJavaTakesForLocal(@ForAll @Size(16) byte[] ipv6, @ForAll @ByteRange byte first)
            throws UnknownHostException {
        ipv6[0] = first;
        InetAddress address = InetAddress.getByAddress(ipv6);
        boolean local = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (local) {
            assertThat(SpecialAddresses.describe(address)).isPresent();
        }
    }

    @Property
    void areAllThatJavaTakesForLocalInIpv4(@ForAll @Size(4) byte[] ipv4) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(ipv4);
        boolean local = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (local) {
            assertThat(SpecialAddresses.describe(address)).isPresent();
        }
    }
}
