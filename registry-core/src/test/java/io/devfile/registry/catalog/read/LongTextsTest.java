package io.devfile.registry.catalog.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.catalog.finding.Severity;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are made to overload a parser or overflow its stack affect only the entry that contains them. */
@Timeout(30)
class LongTextsTest {

    private static final int LENGTH = 64 * 1024;

    private RepositoryFixture repository;

    @BeforeEach
    void open(@TempDir Path temporary) {
        repository = new RepositoryFixture(temporary);
        repository.devfile("stacks/fine", DevfileText.of("fine", "1.0.0"));
    }

    private void assertThatOnlyTheFineOneIsLeft() {
        assertThat(repository.read().entries())
                .extracting(entry -> entry.entry().name())
                .containsExactly("fine");
        assertThat(repository.read().findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.message()).hasSizeLessThan(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "./", "a/", "../", "a.", " "})
    void aSubDirectoryOfAStarterProject(String part) {
        repository.file(
                "stacks/long/devfile.yaml",
                DevfileText.of("long", "1.0.0") + "starterProjects:\n  - name: p\n    subDir: '" + part.repeat(LENGTH)
                        + "x'\n    git: {remotes: {origin: 'https://example.org/p.git'}}\n");

        assertThatOnlyTheFineOneIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "./", "a@"})
    void aDirectoryOrAnAddressOfASample(String part) {
        String text = part.repeat(LENGTH);
        repository.file(
                "extraDevfileEntries.yaml",
                "samples:\n  - name: sub\n    git: {remotes: {origin: 'https://e.org'}, subDir: '" + text
                        + "'}\n  - name: url\n    git: {remotes: {origin: '" + text + "'}}\n");

        assertThatOnlyTheFineOneIsLeft();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "-a.", "9"})
    void aVersionByGitReference(String part) {
        repository.file(
                "stacks/long/stack.yaml",
                "name: long\ndisplayName: Long\nicon: i\nversions:\n  - version: 1.0.0\n    default: true\n    git: {url: 'https://e.org/x.git', subDir: '"
                        + part.repeat(LENGTH) + "'}\n");

        assertThatOnlyTheFineOneIsLeft();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata.version",
                "metadata.icon",
                "metadata.supportUrl",
                "metadata.provider",
                "metadata.tags",
            })
    void metadata(String key) {
        String value =
                key.equals("metadata.tags") ? "['" + "a-".repeat(LENGTH) + "']" : "'1.0.0-" + "a.".repeat(LENGTH) + "'";
        String name = key.substring("metadata.".length());
        DevfileText text = name.equals("version")
                ? DevfileText.of("long", "'1.0.0-" + "a.".repeat(LENGTH) + "'")
                : DevfileText.of("long", "1.0.0").with(name, value);
        repository.devfile("stacks/long", text);

        assertThatOnlyTheFineOneIsLeft();
    }

    @Test
    void aNumberWithATag() {
        repository.file(
                "stacks/long/devfile.yaml",
                DevfileText.of("long", "1.0.0") + "attributes: {n: !!int " + "9".repeat(900_000) + "}\n");

        assertThatOnlyTheFineOneIsLeft();
    }
}
