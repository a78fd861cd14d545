package io.devfile.registry.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipLinksTest {

    @ParameterizedTest
    @CsvSource({
        "a, b",
        "a, ./b",
        "a, b/c",
        "d/a, ../b",
        "d/e/a, ../../b",
        "d/e/a, ../..",
        "a, .",
        "./d/a, ../b",
        "d/a, b",
    })
    void linksThatStayWithinAreTaken(String name, String target) {
        assertThat(new ZipLinks().add(name, target)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "a, ..",
        "a, ../b",
        "d/a, ../../b",
        "./a, ../b",
        "d//a, ../../b",
        "a, /etc/passwd",
        "a, C:/x",
        "a, b\\c",
        // b may be a link to a directory from which this path leads out
        "d/a, b/../c",
        "d/e/a, x/../../b",
    })
    void linksThatMayLeadOutAreNot(String name, String target) {
        assertThat(new ZipLinks().add(name, target)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "d/a/x, true",
        "D/A/x, true",
        "d/./a/x, true",
        "d//a/x, true",
        "d/a, false",
        "d/ab/x, false",
        "a/x, false"
    })
    void pathsThroughLinksAreTold(String path, boolean below) {
        ZipLinks links = new ZipLinks();

        assertThat(links.add("d/a", "b")).isTrue();
        assertThat(links.isBelowOne(path)).isEqualTo(below);
    }
}
