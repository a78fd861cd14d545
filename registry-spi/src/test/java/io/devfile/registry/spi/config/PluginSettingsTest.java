package io.devfile.registry.spi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginSettingsTest {

    private static final String PREFIX = "registry.source.my-git.";

    @Test
    void textIsStripped() {
        assertThat(settings("url", " x y ").text("url")).contains("x y");
    }

    @Test
    void blankIsAbsent() throws Exception {
        PluginSettings settings = settings("url", " \t");

        assertThat(settings.text("url")).isEmpty();
        assertThat(settings.path("url")).isEmpty();
        assertThat(settings.duration("url")).isEmpty();
        assertThat(settings.flag("url")).isEmpty();
        assertThat(settings.text("other")).isEmpty();
    }

    @Test
    void whatIsRequiredAndMissingIsNamedWithItsVariable() throws Exception {
        assertThat(settings("url", "x").require("url", "an address")).isEqualTo("x");
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> settings("other", "x").require("url", "an address"))
                .withMessageContaining("registry.source.my-git.url")
                .withMessageContaining("an address")
                .withMessageContaining("REGISTRY_SOURCE_MY_GIT_URL");
    }

    @Test
    void pathsAreRead() throws Exception {
        assertThat(settings("path", "/data/oci").path("path")).contains(Path.of("/data/oci"));
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> settings("path", "a\0b").path("path"))
                .withMessageContaining("registry.source.my-git.path");
    }

    @Test
    void durationsAreRead() throws Exception {
        assertThat(settings("refresh", "PT5M").duration("refresh")).contains(Duration.ofMinutes(5));
        assertThat(settings("refresh", "PT0S").duration("refresh")).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m", "5", "-PT5M", "PT-1S", "never"})
    void otherDurationsAreRejected(String value) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> settings("refresh", value).duration("refresh"))
                .withMessageContaining("'" + value + "'")
                .withMessageContaining("PT5M");
    }

    @Test
    void flagsAreRead() throws Exception {
        assertThat(settings("tls", "true").flag("tls")).contains(true);
        assertThat(settings("tls", "false").flag("tls")).contains(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "TRUE", "1"})
    void otherFlagsAreRejected(String value) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> settings("tls", value).flag("tls"))
                .withMessageContaining("'" + value + "'");
    }

    @Test
    void whatNobodyReadIsRejectedWithWhatIsKnown() throws Exception {
        PluginSettings settings = settings("pat", "/data");
        settings.path("path");
        settings.flag("deep");

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(settings::rejectUnread)
                .withMessageContaining("registry.source.my-git.pat,")
                .withMessageContaining("deep, path");
        settings.text("pat");
        settings.rejectUnread();
    }

    @Test
    void valuesAreCopied() {
        Map<String, String> values = new HashMap<>(Map.of("url", "x"));
        PluginSettings settings = new PluginSettings(PREFIX, values);

        values.clear();

        assertThat(settings.text("url")).contains("x");
    }

    private static PluginSettings settings(String key, String value) {
        return new PluginSettings(PREFIX, Map.of(key, value));
    }
}
