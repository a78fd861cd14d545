package io.devfile.registry.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubdirectoryTest {

    @Test
    void thereMayBeNone() throws Exception {
        assertThat(Subdirectory.of(new PluginSettings("registry.source.a.", Map.of())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a/b,a/b", "./a//b/,a/b", "., ''"})
    void whatMeansNothingIsLeftOut(String value, String directory) throws Exception {
        assertThat(subdirectory(value)).isEqualTo(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "..", "a/../b", "a\\b"})
    void whatLeadsElsewhereIsRejected(String value) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> subdirectory(value))
                .withMessageContaining("registry.source.a.subdir");
    }

    private static String subdirectory(String value) throws SettingException {
        return Subdirectory.of(new PluginSettings("registry.source.a.", Map.of("subdir", value)));
    }
}
