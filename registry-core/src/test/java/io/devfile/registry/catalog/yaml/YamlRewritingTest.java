package io.devfile.registry.catalog.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlRewritingTest {

    private interface Step {
        void on(YamlRewriting rewriting) throws YamlReadException;
    }

    private static String rewritten(String text, Step... steps) throws YamlReadException {
        YamlRewriting rewriting = YamlRewriting.of(text.getBytes(StandardCharsets.UTF_8));
        for (Step step : steps) {
            step.on(rewriting);
        }
        return new String(rewriting.bytes(), StandardCharsets.UTF_8);
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of(
                        "# 😀 a comment\n",
                        "a: 1\n",
                        "b:   'x'  # why\n",
                        "c:\n- d\n-   e: [1,  2]\n",
                        "\n",
                        "f: \"😀\"\r\n")
                .set()
                .ofMaxSize(6)
                .map(lines -> String.join("", lines));
    }

    @Provide
    Arbitrary<String> scalars() {
        return Arbitraries.of(
                "http://example.com/x",
                "'http://example.com/it''s'",
                "\"http://example.com/\\u00e9\"",
                "http://example.com/é😀",
                "\"two\n    lines\"",
                "two\n    lines",
                "&anchor x",
                "!!str 12",
                "true");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "icon-12ab.svg", "a/b.yaml", "true", "1.5", "", " x ", "it's: \"#\\", "é\n😀\u0085", "- x"),
                Arbitraries.strings()
                        .ofMaxLength(20)
                        .filter(text -> text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000)));
    }

    @Property
    void everythingButTheScalarStaysAsItIs(
            @ForAll("surroundings") String before,
            @ForAll("scalars") String old,
            @ForAll("surroundings") String after,
            @ForAll("values") String value)
            throws YamlReadException {
        String start = before + "metadata:\n  x: 1\n  icon:  ";
        String end = "  # the icon\n  y: 2\n" + after.replaceAll("(?m)^([a-f]):", "$1$1:");

        String text = rewritten(start + old + end, one -> one.set("/metadata/icon", value));

        assertThat(text).startsWith(start).endsWith(end);
        String changed = text.substring(start.length(), text.length() - end.length());
        assertThat(new YamlReader()
                        .read(changed.getBytes(StandardCharsets.UTF_8))
                        .value())
                .isEqualTo(value);
    }

    @Property
    void whatIsInFlowStyleStaysSo(@ForAll("surroundings") String before, @ForAll("values") String value)
            throws YamlReadException {
        String text = rewritten(
                before + "parent: {id: go, registryUrl: 'https://x',  version: 1.0.0, variables: {a: b}} # x\n",
                one -> one.set("/parent/id", "uri", value),
                one -> one.remove("/parent/registryUrl"),
                one -> one.remove("/parent/version"));

        assertThat(text).startsWith(before + "parent: {uri: ").endsWith("variables: {a: b}} # x\n");
    }

    @Example
    void anEntryIsRenamedAndOthersAreRemovedWithTheirLines() throws YamlReadException {
        String text = rewritten(
                """
                parent:   # the parent
                  registryUrl: https://registry.example.com   # there
                  # what it is called
                  id: go
                  version: 1.0.0
                  commands:
                    - id: build # ours
                """,
                one -> one.set("/parent/id", "uri", "parent-1.yaml"),
                one -> one.remove("/parent/registryUrl"),
                one -> one.remove("/parent/version"));

        assertThat(text).isEqualTo("""
                parent:   # the parent
                  # what it is called
                  uri: parent-1.yaml
                  commands:
                    - id: build # ours
                """);
    }

    @Example
    void theLastOnesOfAFlowMappingAreRemoved() throws YamlReadException {
        assertThat(rewritten(
                        "parent: { id: go, registryUrl: x, version: y }\n",
                        one -> one.set("/parent/id", "uri", "p.yaml"),
                        one -> one.remove("/parent/registryUrl"),
                        one -> one.remove("/parent/version")))
                .startsWith("parent: { uri: p.yaml")
                .endsWith("}\n");
        assertThat(rewritten("{\n  a: b,\n  c: d\n}\n", one -> one.remove("/a")))
                .isEqualTo("{\n  \n  c: d\n}\n");
        assertThat(rewritten("{a: b}\n", one -> one.remove("/a"))).isEqualTo("{}\n");
    }

    @Example
    void literalAndFoldedTextIsReplacedWithItsLines() throws YamlReadException {
        assertThat(rewritten("a: >-\n  http://x\nb: 1\n", one -> one.set("/a", "p.yaml")))
                .isEqualTo("a: p.yaml\nb: 1\n");
        assertThat(rewritten("a: |\n  http://x", one -> one.set("/a", "p.yaml")))
                .isEqualTo("a: p.yaml");
        assertThat(rewritten("a: |\n  http://x\nb: 1\n", one -> one.remove("/a")))
                .isEqualTo("b: 1\n");
    }

    @Example
    void aByteOrderMarkAndTheLineEndsStay() throws YamlReadException {
        assertThat(rewritten("\uFEFFa: b\r\nc: d\r\n", one -> one.set("/a", "p.yaml")))
                .isEqualTo("\uFEFFa: p.yaml\r\nc: d\r\n");
        assertThat(rewritten("\uFEFFa: b\r\nc: d\r\n", one -> one.remove("/a"))).isEqualTo("\uFEFFc: d\r\n");
    }

    @Example
    void entriesOfListsAreFound() throws YamlReadException {
        assertThat(rewritten(
                        "components:\n- name: a\n- kubernetes: {uri: x}\n",
                        one -> one.set("/components/1/kubernetes/uri", "file.yaml")))
                .isEqualTo("components:\n- name: a\n- kubernetes: {uri: file.yaml}\n");
    }

    @Example
    void whatWouldChangeSomethingElseTooIsRefused() {
        assertThatThrownBy(() -> rewritten("a: &x http://x\nb: *x\n", one -> one.set("/a", "p.yaml")))
                .isInstanceOf(YamlReadException.class)
                .hasMessageContaining("without anchors");
        assertThatThrownBy(() -> rewritten("a: &x {uri: y}\nb: *x\n", one -> one.set("/b/uri", "p.yaml")))
                .isInstanceOf(YamlReadException.class);
        assertThatThrownBy(() -> rewritten("a: &x {uri: y}\nb: {<<: *x}\n", one -> one.set("/b/uri", "p.yaml")))
                .isInstanceOf(YamlReadException.class);
        assertThatThrownBy(() -> rewritten("a: &x y\nb: 1\n", one -> one.set("/b/c", "p.yaml")))
                .isInstanceOf(YamlReadException.class)
                .hasMessageContaining("/b/c");
        assertThatThrownBy(() -> rewritten("a: {b: 1}\n", one -> one.set("/a", "p.yaml")))
                .isInstanceOf(YamlReadException.class);
    }

    @Provide
    Arbitrary<Object> documents() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                                "yes",
                                "0o17",
                                "017",
                                "1.0",
                                "null",
                                "",
                                "<<",
                                "- x",
                                "a: b",
                                "é\u0085\u007f",
                                " x\n\n y ",
                                "x\u0085y",
                                "\u0085",
                                "\nline",
                                " a\nline",
                                "\u2028x\u2029",
                                "#")
                        .map(Object.class::cast),
                Arbitraries.strings()
                        .ofMaxLength(10)
                        .filter(text -> text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000))
                        .map(Object.class::cast),
                Arbitraries.integers().map(Object.class::cast),
                Arbitraries.of(true, false, 1.5, -2.0e40, 5_000_000_000L));
        Arbitrary<Object> lists = scalars.list().ofMaxSize(3).map(Object.class::cast);
        Arbitrary<Object> maps = Arbitraries.maps(keys(), Arbitraries.oneOf(scalars, lists))
                .ofMaxSize(3)
                .map(Object.class::cast);
        return Combinators.combine(
                        Arbitraries.maps(keys(), Arbitraries.oneOf(scalars, lists, maps))
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.just(0))
                .as((map, nothing) -> map);
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.of("a", "b c", "true", "<<", "1", "é", "x:y", "#", "~");
    }

    @Property
    @SuppressWarnings("unchecked")
    void whatIsWrittenIsReadAsTheSame(@ForAll("documents") Object document) throws YamlReadException {
        byte[] written = YamlWriter.write((java.util.Map<String, Object>) document);

        assertThat(new YamlReader().read(written).value()).isEqualTo(document);
    }
}
