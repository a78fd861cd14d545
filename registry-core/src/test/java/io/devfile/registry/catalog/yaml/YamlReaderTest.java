package io.devfile.registry.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private final YamlReader reader = new YamlReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yes",
                "no",
                "on",
                "off",
                "y",
                "tRUE",
                "2024-05-06",
                "2024-05-06T07:08:09Z",
                "12:30:45",
                "1_000",
                "0b101",
                "1.2.3",
                "+",
                ".",
                "0o8",
                "0x",
                "=",
                "<<",
                "nan"
            })
    void plainScalarsThatTheCoreSchemaDoesNotKnowAreText(String scalar) throws YamlReadException {
        assertThat(read("key: " + scalar)).isEqualTo(Map.of("key", scalar));
    }

    @Test
    void plainScalarsOfTheCoreSchemaAreResolved() throws YamlReadException {
        assertThat(read("[true, FALSE, 12, -3, 017, 0o17, 0xff, 4294967296, 1.10, .5, -1e3, 'null']"))
                .isEqualTo(List.of(true, false, 12, -3, 17, 15, 255, 4294967296L, 1.1, 0.5, -1000.0, "null"));
        assertThat(read("[123456789012345678901234567890]"))
                .isEqualTo(List.of(new BigInteger("123456789012345678901234567890")));
        assertThat(read("[null, ~, Null, '']")).isEqualTo(Arrays.asList(null, null, null, ""));
    }

    @Test
    void numbersThatNobodyCalculatesWithAreText() throws YamlReadException {
        String digits = "9".repeat(129);

        assertThat(read("[" + digits + "]")).isEqualTo(List.of(digits));
    }

    @Test
    void coreTagsAreObeyed() throws YamlReadException {
        assertThat(read("[!!str 12, !!int '12', !!bool 'true', !!float 2, !!null '']"))
                .isEqualTo(Arrays.asList("12", 12, true, 2.0, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "!!java.net.URL ['http://localhost']",
                "!!javax.script.ScriptEngineManager []",
                "!local x",
                "!!set {a}",
                "!!binary aGk=",
                "!!timestamp 2024-05-06",
                "!<tag:example.org,2000:x> {}"
            })
    void otherTagsAreRefused(String value) {
        assertThat(failure("a: 1\nb: " + value)).hasMessageContaining("tag").returns(2, YamlReadException::line);
    }

    @Test
    void aTagThatDoesNotFitItsValueIsRefused() {
        assertThat(failure("port: !!int many")).hasMessageContaining("'many' does not match its tag");
    }

    @ParameterizedTest
    @ValueSource(strings = {".inf", "-.INF", ".nan", "1e999"})
    void numbersThatJsonCannotCarryAreRefused(String number) {
        assertThat(failure("limit: " + number)).hasMessageContaining("put it in quotes");
    }

    @Test
    void keysKeepTheirOrderAndAreText() throws YamlReadException {
        assertThat(((Map<?, ?>) read("z: 1\n8: 2\ntrue: 3\n'null': 4\n'a b': 5")).keySet())
                .map(String.class::cast)
                .containsExactly("z", "8", "true", "null", "a b");
    }

    @Test
    void aKeyThatIsThereTwiceIsRefusedWithBothLines() {
        assertThat(failure("name: a\nother: b\nname: c"))
                .hasMessageContaining("'name' is already on line 1")
                .returns(3, YamlReadException::line)
                .returns(1, YamlReadException::column);
        assertThat(failure("1: a\n'1': b")).hasMessageContaining("is already on line 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a]\n: b", "? {a: b}\n: c", "? \n: b"})
    void keysThatAreNoTextAreRefused(String yaml) {
        assertThat(failure(yaml)).hasMessageContaining("key").returns(1, YamlReadException::line);
    }

    @Test
    void aliasesStandForTheirAnchors() throws YamlReadException {
        assertThat(read("a: &x {p: 1}\nb: *x\nc: [*x]"))
                .isEqualTo(Map.of("a", Map.of("p", 1), "b", Map.of("p", 1), "c", List.of(Map.of("p", 1))));
    }

    @Test
    void mergedEntriesGiveWayToOwnOnesAndToEarlierOnes() throws YamlReadException {
        String yaml = "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b]\n  x: 3\n";

        assertThat(read(yaml)).extracting("c").isEqualTo(Map.of("x", 3, "y", 1, "z", 2));
        assertThat(read("a: &a {x: 1}\nb: {<<: *a}")).extracting("b").isEqualTo(Map.of("x", 1));
        assertThat(read("'<<': 1")).isEqualTo(Map.of("<<", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<<: 1", "<<: [1]", "a: &a {}\nb: {<<: *a, <<: *a}"})
    void mergingAnythingButMappingsOnceIsRefused(String yaml) {
        assertThat(failure(yaml)).hasMessageContaining("<<");
    }

    @Test
    void valuesCannotBeChanged() throws YamlReadException {
        Map<?, ?> map = reader.read(bytes("a: [1]")).mapping().orElseThrow();

        assertThat(catchThrowableOfType(UnsupportedOperationException.class, map::clear))
                .isNotNull();
        assertThat(catchThrowableOfType(UnsupportedOperationException.class, ((List<?>) map.get("a"))::clear))
                .isNotNull();
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndingsAreFine() throws YamlReadException {
        assertThat(read("\uFEFFa: ü\r\nb: 2\r\n")).isEqualTo(Map.of("a", "ü", "b", 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   \n", "# nothing\n", "---\n", "null", "--- ~\n...\n"})
    void anEmptyDocumentIsRefused(String yaml) {
        assertThat(failure(yaml)).hasMessageContaining("empty");
    }

    @Test
    void aSecondDocumentIsRefused() {
        assertThat(failure("a: 1\n---\nb: 2\n"))
                .hasMessageContaining("second document")
                .returns(2, YamlReadException::line);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedWithTheirLine() {
        byte[] bytes = "a: 1\nb: \u00e9".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(YamlReadException.class, () -> reader.read(bytes)))
                .hasMessageContaining("UTF-8")
                .returns(2, YamlReadException::line);
        byte[] cut = Arrays.copyOf(bytes("a: é"), 4);
        assertThat(catchThrowableOfType(YamlReadException.class, () -> reader.read(cut)))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void controlCharactersAreRefusedWithTheirPlace() {
        assertThat(failure("a: 1\nb: x\u0007y"))
                .hasMessageContaining("U+0007")
                .returns(2, YamlReadException::line)
                .returns(5, YamlReadException::column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            value = {
                "a:⏎\tb: 1           ¦ 2 ¦ tab",
                "a: b: c             ¦ 1 ¦ quotes",
                "a: [1, 2⏎b: 3       ¦ 2 ¦ bracket",
                "a: 'open            ¦ 1 ¦ closed",
                "a: 1⏎ b: 2          ¦ 2 ¦ indent",
                "a: *nowhere         ¦ 1 ¦ anchor",
                "a: @b               ¦ 1 ¦ quotes",
                "a: \"\\q\"          ¦ 1 ¦ backslash",
                "a: \"\\u12\"        ¦ 1 ¦ hexadecimal",
                "a: |x⏎  b           ¦ 1 ¦ next line",
                "key⏎a: 1            ¦ 2 ¦ ':'",
                "a: - b              ¦ 1 ¦ list",
                "%YAML 9.1⏎--- a     ¦ 1 ¦ YAML",
                "a: !x!y z           ¦ 1 ¦ tag"
            })
    void brokenSyntaxIsNamedWithItsLine(String yaml, int line, String said) {
        YamlReadException failure = failure(yaml.replace('⏎', '\n'));

        assertThat(failure).hasMessageContaining(said).returns(line, YamlReadException::line);
        assertThat(failure.getMessage())
                .doesNotContain("snakeyaml", "while ", "<block", "\n")
                .endsWith(".");
    }

    private Object read(String yaml) throws YamlReadException {
        return reader.read(bytes(yaml)).value();
    }

    private YamlReadException failure(String yaml) {
        return catchThrowableOfType(YamlReadException.class, () -> read(yaml));
    }

    private static byte[] bytes(String yaml) {
        return yaml.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void tabsBetweenTokensAreSpaces() throws YamlReadException {
        assertThat(read("a:\tb\nlist:\n  -\tc\n  - \td: e\nquoted: \"x:\ty\""))
                .isEqualTo(Map.of("a", "b", "list", List.of("c", Map.of("d", "e")), "quoted", "x:\ty"));
    }

    @Test
    void tabsThatIndentAreRefused() {
        assertThat(failure("a:\n\tb: c")).hasMessageContaining("tab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~: 1", "null: 1"})
    void aKeyThatIsNoneIsRefused(String yaml) {
        assertThat(failure(yaml)).hasMessageContaining("key");
    }

    @Test
    void contentAfterTheEndIsNamed() {
        assertThat(failure("a: b\n...\nc: d")).hasMessageContaining("The document ends above");
    }
}
