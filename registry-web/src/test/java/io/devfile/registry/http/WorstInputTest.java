package io.devfile.registry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.VersionNumber;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.text.ClosestNames;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.Slug;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Parsers of untrusted text with texts that are long and almost valid: they end soon, and never overflow. */
class WorstInputTest {

    private static final int LENGTH = 64 * 1024;

    private static final Map<String, Consumer<String>> PARSERS = Map.ofEntries(
            Map.entry("Accept", text -> AcceptHeader.of(text).acceptsType("a/b")),
            Map.entry("media ranges", text -> AcceptHeader.isWellFormed(List.of(text))),
            Map.entry("entity tags", text -> EntityTags.matches(text, "\"x\"")),
            Map.entry("range", text -> ByteRange.of(text, 10)),
            Map.entry("host", RequestCheckFilter::isHost),
            Map.entry("version", VersionNumber::of),
            Map.entry("icon", text -> IconPlace.of(text).isRemote()),
            Map.entry("repository", RepositoryName::tryParse),
            Map.entry("tag", Tag::tryParse),
            Map.entry("digest", Digest::tryParse),
            Map.entry("reference", Reference::tryParse),
            Map.entry("misspelt", text -> ClosestNames.misspelt(text, List.of("displayName"))),
            Map.entry("closest", text -> ClosestNames.to(text, List.of("java", "go"))),
            Map.entry("slug", Slug::of),
            Map.entry("line", DisplayText::line));

    private static final List<String> PARTS = List.of(
            " ", "/", "./", "a", "a.", "a-", "1", "1.", "0", ",", ";", "; ", "q=", "\"", "W/\"", "bytes=", "-a.", "%",
            "_", "sha256:", "é", "\t", "a/", "<");

    static Stream<Arguments> inputs() {
        return PARSERS.keySet().stream().flatMap(name -> PARTS.stream().map(part -> Arguments.of(name, part)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("inputs")
    void endsSoon(String parser, String part) {
        for (String text : List.of(
                part.repeat(LENGTH / part.length()),
                "a" + part.repeat(LENGTH / part.length()) + "b",
                "1.0.0-" + part.repeat(LENGTH / part.length()) + "\u0000")) {
            Instant before = Instant.now();
            PARSERS.get(parser).accept(text);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
    }
}
