package io.devfile.registry.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataUriTest {

    @Property
    void givesBackWhatWasMadeOne(@ForAll byte[] bytes) {
        assertThat(DataUri.decode(DataUri.of("image/png", bytes))).hasValue(bytes);
    }

    @Property
    void takesAnyTextWithoutFailing(@ForAll String text) {
        assertThat(DataUri.decode(text)).isNotNull();
        assertThat(DataUri.decode("data:image/png," + text)).isNotNull();
        assertThat(DataUri.decode("data:image/png;base64," + text)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:image/png;base64,aGVsbG8=|hello",
                "data:image/png;base64,aGVsbG8|hello",
                "DATA:Image/PNG;Base64,aGVs bG8=|hello",
                "data:image/png;base64,aGVsbG8%3D|hello",
                "data:image/svg+xml;charset=utf-8,%3Csvg/%3E|<svg/>",
                "data:image/svg+xml;utf8,<svg/>|<svg/>",
                "data:image/svg+xml,a,b|a,b"
            })
    void hasItsBytesInBase64OrAsText(String address, String content) {
        assertThat(DataUri.decode(address))
                .hasValueSatisfying(bytes ->
                        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "data:",
                "data:image/png;base64",
                "data:,hello",
                "data:text/html,<svg/>",
                "data:;base64,aGVsbG8=",
                "data:image/png;base64,aGVsbG8==",
                "data:image/png;base64,a",
                "data:image/png;base64,!!!!",
                "data:image/png,%",
                "data:image/png,%4",
                "data:image/png,%zz",
                "https://example.com/data:image/png,x"
            })
    void isNothingElse(String address) {
        assertThat(DataUri.decode(address)).isEmpty();
    }
}
