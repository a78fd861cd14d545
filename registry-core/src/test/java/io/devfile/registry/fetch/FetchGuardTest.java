package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.spi.config.RefusedAddressException;
import io.devfile.registry.spi.config.SettingException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchGuardTest {

    private static List<InetAddress> addresses(String... texts) {
        List<InetAddress> all = new ArrayList<>();
        for (String text : texts) {
            all.add(Host.tryParseAddress(text).orElseThrow());
        }
        return all;
    }

    private static FetchGuard guard(HostResolver resolver, String... allow) throws SettingException {
        return FetchGuard.of(List.of(allow), null, false, resolver);
    }

    private static FetchGuard proxied(String... allow) throws SettingException {
        return FetchGuard.of(List.of(allow), URI.create("http://proxy.example:3128"), false, name -> {
            throw new AssertionError(name + " is left to the proxy");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "fd00:ec2::254", "64:ff9b::7f00:1"
            })
    void refusesNamesThatLeadInside(String address) throws SettingException {
        FetchGuard guard = guard(name -> addresses(address));

        assertThatThrownBy(() -> guard.resolve("innocent.example", 80)).isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.9.9.9"})
    void refusesAddressesOfTheInside(String address) throws SettingException {
        FetchGuard guard = guard(HostResolver.SYSTEM);

        assertThatThrownBy(() -> guard.resolve(address, 80)).isInstanceOf(RefusedAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.1", "2130706433", "0x7f.1", "0x7f000001", "017700000001", "fe80::1%eth0", "a b", ""})
    void refusesWhatIsNeitherANameNorAnAddress(String host) throws SettingException {
        FetchGuard guard = guard(name -> addresses("127.0.0.1"), "127.0.0.0/8");

        assertThatThrownBy(() -> guard.resolve(host, 80)).isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> guard.check(host, 80)).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void saysWhatIsWrongWithAnAddressAndHowToAllowIt() throws SettingException {
        FetchGuard guard = guard(name -> addresses("10.1.2.3"));

        assertThatThrownBy(() -> guard.resolve("innocent.example", 80))
                .hasMessage("innocent.example has a private address, which only registry.fetch.allow can permit");
    }

    @Test
    void refusesTheAddressesOfThisMachineWhateverTheyAre() throws Exception {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                FetchGuard guard = guard(name -> List.of(address));
                assertThatThrownBy(() -> guard.resolve("innocent.example", 80))
                        .isInstanceOf(RefusedAddressException.class);
            }
        }
    }

    @Test
    void resolvesWhatTheOperatorAllows() throws Exception {
        HostResolver here = name -> addresses("127.0.0.1");

        for (String allowed : List.of("a.test", "a.test:8080", "127.0.0.0/8")) {
            assertThat(guard(here, allowed).resolve("a.test", 8080)).isEqualTo(addresses("127.0.0.1"));
        }
        assertThatThrownBy(() -> guard(here, "a.test:1").resolve("a.test", 8080))
                .isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> guard(here, "a.test").resolve("b.test", 8080))
                .isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void leavesOutTheAddressesThatMustNotBeReached() throws Exception {
        assertThat(guard(name -> addresses("10.255.255.1", "127.0.0.1"), "127.0.0.1")
                        .resolve("mixed.example", 80))
                .isEqualTo(addresses("127.0.0.1"));
    }

    @Test
    void refusesANameThatHasBecomeOneOfTheInside() throws Exception {
        Iterator<List<InetAddress>> answers =
                List.of(addresses("127.0.0.1"), addresses("127.0.0.2")).iterator();
        FetchGuard guard = guard(name -> answers.next(), "127.0.0.1");

        assertThat(guard.resolve("rebinding.example", 80)).isEqualTo(addresses("127.0.0.1"));
        assertThatThrownBy(() -> guard.resolve("rebinding.example", 80)).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void tellsAHostWithoutAddressFromARefusedOne() throws SettingException {
        FetchGuard unknown = guard(name -> {
            throw new UnknownHostException(name);
        });
        FetchGuard empty = guard(name -> List.of());

        assertThatThrownBy(() -> unknown.resolve("nowhere.example", 80))
                .isExactlyInstanceOf(UnknownHostException.class)
                .hasMessage("no address is known for nowhere.example");
        assertThatThrownBy(() -> empty.resolve("empty.example", 80)).isExactlyInstanceOf(UnknownHostException.class);
    }

    @Test
    void resolvesNothingIfTheRegistryIsOffline() throws SettingException {
        FetchGuard offline = FetchGuard.of(List.of("127.0.0.1"), null, true, name -> {
            throw new AssertionError("nothing is resolved");
        });

        assertThatThrownBy(() -> offline.resolve("127.0.0.1", 80)).hasMessageContaining("registry.offline is true");
        assertThatThrownBy(() -> offline.resolve("a.test", 80)).hasMessageContaining("registry.offline is true");
        assertThatThrownBy(() -> offline.check("a.test", 80)).hasMessageContaining("registry.offline is true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "[::1]",
                "169.254.169.254",
                "localhost",
                "metadata.google.internal",
                "printer.local",
                "jenkins"
            })
    void beforeAProxyRefusesWhatItKnowsWithoutResolving(String host) throws SettingException {
        FetchGuard guard = proxied();

        assertThatThrownBy(() -> guard.check(host, 80)).isInstanceOf(RefusedAddressException.class);
        assertThatThrownBy(() -> guard.check("http://" + host + "/")).isInstanceOf(FetchException.class);
    }

    @Test
    void beforeAProxyLeavesOtherNamesToIt() throws Exception {
        assertThatCode(() -> proxied().check("innocent.example", 80)).doesNotThrowAnyException();
        assertThatCode(() -> proxied("localhost").check("localhost", 80)).doesNotThrowAnyException();
    }
}
