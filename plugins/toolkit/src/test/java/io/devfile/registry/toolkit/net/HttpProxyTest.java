package io.devfile.registry.toolkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProxyTest {

    @Test
    void hostAndPortAreRead() throws Exception {
        assertThat(proxy("http://proxy.example.com:3128")).contains(new HttpProxy("proxy.example.com", 3128));
        assertThat(proxy("http://[::1]:3128/")).contains(new HttpProxy("::1", 3128));
    }

    @Test
    void thereMayBeNone() throws Exception {
        assertThat(HttpProxy.of(new PluginSettings("registry.source.a.", Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.com:3128",
                "http://proxy.example.com",
                "https://proxy.example.com:3128",
                "socks5://proxy.example.com:1080",
                "http://user:sesame@proxy.example.com:3128",
                "http://proxy.example.com:3128/path",
                "http://proxy.example.com:99999",
                "http://not a host:1"
            })
    void otherValuesAreRejectedWithoutBeingShown(String value) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> proxy(value))
                .withMessageContaining("registry.source.a.proxy")
                .withMessageNotContaining("sesame");
    }

    private static Optional<HttpProxy> proxy(String value) throws SettingException {
        return HttpProxy.of(new PluginSettings("registry.source.a.", Map.of("proxy", value)));
    }
}
