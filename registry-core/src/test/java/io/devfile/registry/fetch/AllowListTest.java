package io.devfile.registry.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.spi.config.SettingException;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowListTest {

    private static boolean covers(String entry, String target, String address) throws SettingException {
        InetAddress resolved = Host.tryParseAddress(address).orElseThrow();
        return AllowList.parse(List.of("unrelated.example", entry))
                .covers(HostPort.tryParse(target).orElseThrow(), resolved);
    }

    @ParameterizedTest
    @CsvSource({
        "git.example.com, git.example.com:443, 10.0.0.1",
        "GIT.example.com, Git.Example.COM.:443, fd00::1",
        "git.example.com:8443, git.example.com:8443, 10.0.0.1",
        "10.0.0.1, git.example.com:443, 10.0.0.1",
        "10.0.0.1, 10.0.0.1:443, 10.0.0.1",
        "10.0.0.1:443, git.example.com:443, 10.0.0.1",
        "10.0.0.0/8, git.example.com:443, 10.255.0.1",
        "10.0.0.0/8, git.example.com:443, 64:ff9b::10.255.0.1",
        "fd00::1, git.example.com:443, fd00::1",
        "[fd00::1], git.example.com:443, fd00::1",
        "[fd00::1]:443, '[fd00::1]:443', fd00::1",
        "fd00::/8, git.example.com:443, fd12::1"
    })
    void coversHostsAddressesAndBlocks(String entry, String target, String address) throws SettingException {
        assertThat(covers(entry, target, address)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "git.example.com, evil.git.example.com:443, 10.0.0.1",
        "git.example.com, example.com:443, 10.0.0.1",
        "git.example.com:8443, git.example.com:443, 10.0.0.1",
        "10.0.0.1, git.example.com:443, 10.0.0.2",
        "10.0.0.1:443, git.example.com:22, 10.0.0.1",
        "10.0.0.0/8, git.example.com:443, 11.0.0.1",
        "10.0.0.0/8, git.example.com:443, fd00::1",
        "fd00::/8, git.example.com:443, fe80::1"
    })
    void coversNothingElse(String entry, String target, String address) throws SettingException {
        assertThat(covers(entry, target, address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/33", "10.1", "a b", "http://a", "a:b", "*.example.com", "10.0.0.0/8:80", "a:0", "a/b"})
    void namesWhatItDoesNotUnderstand(String entry) {
        assertThatThrownBy(() -> AllowList.parse(List.of("good.example", entry)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.fetch.allow")
                .hasMessageContaining("'" + entry + "'");
    }
}
