package io.devfile.registry.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseAddressTest {

    @ParameterizedTest
    @CsvSource({
        "http, localhost, 8080, http://localhost:8080",
        "http, example.com, 80, http://example.com",
        "https, Example.COM, 443, https://example.com",
        "https, example.com, 8443, https://example.com:8443",
        "http, ::1, 80, http://[::1]",
        "http, '[::1]', 8080, http://[::1]:8080",
        "http, my_registry, 8080, http://my_registry:8080",
        "http, localhost., 80, http://localhost.",
    })
    void itIsWhatTheRequestWasSentTo(String scheme, String host, int port, String base) {
        assertThat(BaseAddress.of(scheme, host, port)).isEqualTo(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "<script>", "a/b", "a@b", "-", "exämple.com", "a\nb", "[x]"})
    void whatIsNoHostIsNotRepeated(String host) {
        assertThat(BaseAddress.of("http", host, 80)).isEmpty();
    }

    @Test
    void aHostOfAnyLengthIsNoHost() {
        assertThat(BaseAddress.of("http", "a".repeat(300), 80)).isEmpty();
    }
}
