package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostTest {

    @ParameterizedTest
    @CsvSource({
        "example.com, example.com",
        "EXAMPLE.com., example.com",
        "a, a",
        "my_host.example.com, my_host.example.com",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "1a.example, 1a.example",
        "127.0.0.1, 127.0.0.1",
        "[::1], [0:0:0:0:0:0:0:1]",
        "[::ffff:10.0.0.1], 10.0.0.1"
    })
    void isANameOrAnAddress(String text, String host) {
        assertThat(Host.tryParse(text))
                .hasValueSatisfying(one -> assertThat(one).hasToString(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "a..b",
                "-a",
                "a-",
                "a b",
                "bücher.example",
                "127.1",
                "127.0.0.01",
                "0177.0.0.1",
                "0x7f.0.0.1",
                "0x7f000001",
                "0x",
                "2130706433",
                "017700000001",
                "1.2.3.4.",
                "256.1.1.1",
                "1.2.3.4.5",
                "::1",
                "[fe80::1%eth0]",
                "[127.0.0.1]",
                "[::1",
                "[]",
                "[localhost]",
                "a\r\nb",
                "a/b",
                "user@host"
            })
    void isNothingElse(String text) {
        assertThat(Host.tryParse(text)).isEmpty();
    }

    @Property
    void takesAnyTextWithoutFailing(@ForAll String text) {
        assertThat(Host.tryParse(text)).isNotNull();
        assertThat(HostPort.tryParse(text + ":1")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a:", "a:0", "a:65536", "a:-1", "a:1x", ":1", "::1:80", "a:000080"})
    void needsAPort(String text) {
        assertThat(HostPort.tryParse(text)).isEmpty();
    }
}
