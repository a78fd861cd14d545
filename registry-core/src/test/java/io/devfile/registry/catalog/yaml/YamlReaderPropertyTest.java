package io.devfile.registry.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlReaderPropertyTest {

    private static final List<String> TOKENS = List.of(
            "a",
            "b:",
            ": ",
            "- ",
            "? ",
            "\n",
            "\n  ",
            "\n    ",
            " ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&x ",
            "*x",
            "!t ",
            "!!str ",
            "!!int ",
            "|",
            ">",
            "|2-",
            "'",
            "\"",
            "\\x4",
            "\\U99999999",
            "\\ud800",
            "#",
            "<<: ",
            "---",
            "...",
            "%YAML 1.2\n",
            "%TAG ! a:\n",
            "%",
            "@",
            "`",
            "\t",
            "12",
            "1.5",
            "~",
            "é",
            "😀",
            "\r\n",
            "\u2028",
            "!<",
            ">",
            "%41",
            "%zz",
            "!a!b ",
            "*",
            "&");

    @Property(tries = 3000)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        readOrRefuse(bytes);
    }

    @Property(tries = 5000)
    void anythingThatLooksLikeYamlIsReadOrRefused(@ForAll("yamlLike") String text) {
        readOrRefuse(text.getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> yamlLike() {
        return Arbitraries.of(TOKENS).list().ofMaxSize(40).map(tokens -> String.join("", tokens));
    }

    private static void readOrRefuse(byte[] bytes) {
        try {
            YamlDocument document = new YamlReader().read(bytes);
            assertThat(document.value()).isNotNull();
            assertThat(document.position("/a/0").line()).isPositive();
        } catch (YamlReadException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n").endsWith(".");
            assertThat(e.line()).isNotNegative();
        }
    }
}
