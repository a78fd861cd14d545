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

class TreeLimitsTest {

    @Test
    void theyHaveDefaults() throws Exception {
        assertThat(limits(Map.of())).isEqualTo(TreeLimits.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2K,2048", "3m,3145728", "4G,4294967296"})
    void sizesHaveUnits(String value, long bytes) throws Exception {
        assertThat(limits(Map.of("max-size", value)).totalBytes()).isEqualTo(bytes);
    }

    @Test
    void noFileIsLargerThanAllTogether() throws Exception {
        assertThat(limits(Map.of("max-size", "1M")).fileBytes()).isEqualTo(1 << 20);
        assertThat(limits(Map.of("max-size", "8G")).fileBytes()).isEqualTo(512 << 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5G", "many", "1T", "9999999999"})
    void otherValuesAreRejected(String value) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> limits(Map.of("max-entries", value)))
                .withMessageContaining("registry.source.a.max-entries")
                .withMessageContaining(value);
    }

    private static TreeLimits limits(Map<String, String> values) throws SettingException {
        return TreeLimits.of(new PluginSettings("registry.source.a.", values));
    }
}
