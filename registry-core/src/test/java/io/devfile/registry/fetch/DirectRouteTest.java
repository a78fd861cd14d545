package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.fixture.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectRouteTest {

    private RawServer server;

    @BeforeEach
    void open() throws IOException {
        server = RawServer.answering(RawServer.ok("text/plain", "hello"));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private static List<InetAddress> addresses(String... texts) {
        List<InetAddress> all = new ArrayList<>();
        for (String text : texts) {
            all.add(Host.tryParseAddress(text).orElseThrow());
        }
        return all;
    }

    private static DirectRoute route(HostResolver resolver, String... allow) {
        return new DirectRoute(GuardFixture.policy(allow), resolver);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "0.0.0.0", "fd00:ec2::254", "64:ff9b::7f00:1"
            })
    void refusesNamesThatLeadInside(String address) throws IOException {
        assertThat(GuardFixture.cause(route(name -> addresses(address)), "innocent.example:" + server.port()))
                .contains(Refusal.Cause.POLICY);
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "127.9.9.9"})
    void refusesAddressesOfTheInside(String address) throws IOException {
        assertThat(GuardFixture.cause(route(HostResolver.SYSTEM), address + ":" + server.port()))
                .contains(Refusal.Cause.POLICY);
    }

    @Test
    void saysWhatIsWrongWithAnAddressAndHowToAllowIt() {
        assertThatThrownBy(() -> route(name -> addresses("10.1.2.3"))
                        .tunnel(HostPort.tryParse("innocent.example:80").orElseThrow()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("innocent.example has a private address, which only registry.fetch.allow can open");
    }

    @Test
    void refusesTheAddressesOfThisMachineWhateverTheyAre() throws IOException {
        for (NetworkInterface network : NetworkInterface.networkInterfaces().toList()) {
            for (InetAddress address : network.inetAddresses().toList()) {
                assertThat(GuardFixture.cause(route(name -> List.of(address)), "innocent.example:" + server.port()))
                        .contains(Refusal.Cause.POLICY);
            }
        }
    }

    @Test
    void connectsWhereTheOperatorAllowsIt() throws IOException {
        assertThat(GuardFixture.cause(route(GuardFixture.HERE, "a.test"), "a.test:" + server.port()))
                .isEmpty();
        assertThat(GuardFixture.cause(route(GuardFixture.HERE, "a.test:" + server.port()), "a.test:" + server.port()))
                .isEmpty();
        assertThat(GuardFixture.cause(route(GuardFixture.HERE, "127.0.0.0/8"), "a.test:" + server.port()))
                .isEmpty();
        assertThat(GuardFixture.cause(route(GuardFixture.HERE, "a.test:1"), "a.test:" + server.port()))
                .contains(Refusal.Cause.POLICY);
        assertThat(GuardFixture.cause(route(GuardFixture.HERE, "a.test"), "b.test:" + server.port()))
                .contains(Refusal.Cause.POLICY);
    }

    @Test
    void leavesOutTheAddressesThatMustNotBeReached() throws IOException {
        HostResolver both = name -> addresses("10.255.255.1", "127.0.0.1");

        assertThat(GuardFixture.cause(route(both, "127.0.0.1"), "mixed.example:" + server.port()))
                .isEmpty();
    }

    @Test
    void connectsToTheAddressThatWasLookedAtAndAsksForNoOther() throws IOException {
        Iterator<List<InetAddress>> answers =
                List.of(addresses("127.0.0.1"), addresses("169.254.169.254")).iterator();
        HostResolver rebinding = name -> answers.next();

        try (Wire wire = route(rebinding, "127.0.0.1")
                .tunnel(HostPort.tryParse("rebinding.example:" + server.port()).orElseThrow())) {
            assertThat(wire.socket().getInetAddress())
                    .isEqualTo(addresses("127.0.0.1").get(0));
        }
        assertThat(answers.next()).isEqualTo(addresses("169.254.169.254"));
    }

    @Test
    void refusesANameThatHasBecomeOneOfTheInside() throws IOException {
        Iterator<List<InetAddress>> answers =
                List.of(addresses("127.0.0.1"), addresses("127.0.0.2")).iterator();
        DirectRoute route = route(name -> answers.next(), "127.0.0.1");

        assertThat(GuardFixture.cause(route, "rebinding.example:" + server.port()))
                .isEmpty();
        assertThat(GuardFixture.cause(route, "rebinding.example:" + server.port()))
                .contains(Refusal.Cause.POLICY);
    }

    @Test
    void triesTheNextAddressWhereOneTakesNoConnection() throws IOException {
        HostResolver two = name -> addresses("127.0.0.2", "127.0.0.1");

        assertThat(GuardFixture.cause(route(two, "127.0.0.0/8"), "two.example:" + server.port()))
                .isEmpty();
    }

    @Test
    void tellsWhatCannotBeReachedFromWhatMustNot() throws IOException {
        // the port of a protocol that nobody speaks, and that no program is given by chance
        assertThat(GuardFixture.cause(route(GuardFixture.HERE, "a.test"), "a.test:1"))
                .contains(Refusal.Cause.UNREACHABLE);
        assertThat(GuardFixture.cause(
                        route(name -> {
                            throw new UnknownHostException(name);
                        }),
                        "nowhere.example:80"))
                .contains(Refusal.Cause.UNREACHABLE);
        assertThat(GuardFixture.cause(route(name -> List.of()), "empty.example:80"))
                .contains(Refusal.Cause.UNREACHABLE);
    }

    @Test
    void connectsToNothingWhereTheRegistryIsOffline() throws Exception {
        FetchPolicy offline = new FetchPolicy(true, AllowList.parse(List.of("127.0.0.1")));
        List<String> asked = new ArrayList<>();
        DirectRoute route = new DirectRoute(offline, name -> {
            asked.add(name);
            return addresses("127.0.0.1");
        });

        assertThat(GuardFixture.cause(route, "127.0.0.1:" + server.port())).contains(Refusal.Cause.POLICY);
        assertThat(GuardFixture.cause(route, "a.test:" + server.port())).contains(Refusal.Cause.POLICY);
        assertThat(asked).isEmpty();
        assertThat(Optional.of(server.requests())).contains(List.of());
    }
}
