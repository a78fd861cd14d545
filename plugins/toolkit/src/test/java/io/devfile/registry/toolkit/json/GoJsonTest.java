package io.devfile.registry.toolkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The expected texts are the output of {@code json.Marshal} of Go 1.26. */
class GoJsonTest {

    @Test
    void plainTextStaysAsItIs() {
        assertThat(write("devfile.yaml ä€ 😀 /'\u007f")).isEqualTo("\"devfile.yaml ä€ 😀 /'\u007f\"");
        assertThat(write("")).isEqualTo("\"\"");
    }

    @Test
    void quotesAndBackslashesAreEscaped() {
        assertThat(write("\"\\")).isEqualTo("\"\\\"\\\\\"");
    }

    @Test
    void whatMattersToHtmlIsEscaped() {
        assertThat(write("<a>&")).isEqualTo("\"\\u003ca\\u003e\\u0026\"");
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(write("\b\f\n\r\t\0\u001f")).isEqualTo("\"\\b\\f\\n\\r\\t\\u0000\\u001f\"");
    }

    @Test
    void lineEndsOfJavaScriptAreEscaped() {
        assertThat(write("\u2027\u2028\u2029")).isEqualTo("\"\u2027\\u2028\\u2029\"");
    }

    @Test
    void surrogatesWithoutTheirPairAreReplaced() {
        assertThat(write("\ud83d")).isEqualTo("\"\\ufffd\"");
        assertThat(write("\ude00\ud83d")).isEqualTo("\"\\ufffd\\ufffd\"");
        assertThat(write("\ud83d\ud83d\ude00")).isEqualTo("\"\\ufffd\ud83d\ude00\"");
        assertThat(write("\ufffd")).isEqualTo("\"\ufffd\"");
    }

    @Property
    void whatIsWrittenIsUnicodeWithoutMarkup(@ForAll String text) {
        String json = write(text);

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(json)).isTrue();
        assertThat(json)
                .doesNotContain("<", ">", "&", "\n", "\u2028")
                .startsWith("\"")
                .endsWith("\"");
    }

    private static String write(String text) {
        StringBuilder json = new StringBuilder();
        GoJson.appendString(text, json);
        return json.toString();
    }
}
