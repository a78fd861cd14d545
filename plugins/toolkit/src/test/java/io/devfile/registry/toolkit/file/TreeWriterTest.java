package io.devfile.registry.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreeWriterTest {

    private static final TreeLimits LIMITS = new TreeLimits(6, 100, 60, 4, 40);

    @TempDir
    private Path scratch;

    private Path root;
    private TreeWriter writer;

    @BeforeEach
    void begin() throws IOException {
        root = Files.createDirectory(scratch.resolve("root")).toRealPath();
        writer = new TreeWriter(root, LIMITS);
    }

    @Test
    void filesAndTheirDirectoriesAreWritten() throws Exception {
        file("stacks/go/devfile.yaml", "a: 1\n");
        writer.directory("stacks/empty/");
        assertThat(writer.finish("")).isEqualTo(root);
        assertThat(root.resolve("stacks/go/devfile.yaml")).hasContent("a: 1\n");
        assertThat(root.resolve("stacks/empty")).isEmptyDirectory();
    }

    @Test
    void theExecutableBitIsKept() throws Exception {
        writer.file("mvnw", true, bytes("#!/bin/sh\n"));
        writer.file("pom.xml", false, bytes("x"));
        assertThat(root.resolve("mvnw")).isExecutable();
        assertThat(Files.isExecutable(root.resolve("pom.xml"))).isFalse();
    }

    @Test
    void partsThatMeanNothingAreLeftOut() throws Exception {
        file("./a//b/./c", "x");
        assertThat(root.resolve("a/b/c")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../up",
                "a/../../up",
                "a/..",
                "..",
                "/etc/passwd",
                "C:/windows",
                "c:x",
                "a\\b",
                "..\\up",
                "a\nb",
                "a\0b",
                "a\u007fb",
                "a\u0085b",
                "bad\ufffdname",
                "bad\ud800name",
                "",
                ".",
                "a/b/c/d/e",
                "a-name-that-is-far-too-long-for-the-limit-of-forty"
            })
    void otherNamesAreRefused(String name) {
        assertRefused(() -> file(name, "x"));
        assertRefused(() -> writer.link(name, "a"));
        assertThat(scratch.resolve("up")).doesNotExist();
    }

    @Test
    void aNameIsShownWithoutWhatForgesLogs() {
        assertThatExceptionOfType(UnsafeTreeException.class)
                .isThrownBy(() -> file("a\nINFO all is well", "x"))
                .withMessage("the name 'a?INFO all is well' has a control character");
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        file("a", "first");
        writer.link("l", "a");
        assertRefused(() -> file("a", "second"));
        assertRefused(() -> file("a/b", "below a file"));
        assertRefused(() -> writer.directory("a"));
        assertRefused(() -> writer.link("a", "x"));
        assertRefused(() -> writer.link("l", "x"));
        assertThat(root.resolve("a")).hasContent("first");
    }

    @Test
    void nothingIsWrittenThroughALink() throws Exception {
        writer.link("d", "e");
        assertRefused(() -> file("d/x", "x"));
        assertRefused(() -> writer.directory("d"));
        writer.finish("");
        assertThat(root.resolve("e")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"a/l,b", "a/l,../a/b", "a/l,nowhere", "l,a/../a", "l,./a", "l,l", "l,."})
    void linksWithinTheTreeAreMade(String name, String target) throws Exception {
        file("a/b", "x");
        writer.link(name, target);
        writer.finish("");
        assertThat(Files.readSymbolicLink(root.resolve(name))).hasToString(target);
    }

    @ParameterizedTest
    @CsvSource({"a/l,../../x", "l,..", "l,a/../..", "l,/etc/passwd", "l,''", "l,C:/x", "l,a\\b"})
    void linksOutOfTheTreeAreRefused(String name, String target) throws Exception {
        file("a/b", "x");
        assertRefused(() -> {
            writer.link(name, target);
            writer.finish("");
        });
    }

    @Test
    void linksOutOfTheTreeThroughOtherLinksAreRefused() throws Exception {
        writer.link("x/up", "..");
        writer.link("l", "x/up/../secret");
        assertRefused(() -> writer.finish(""));
        assertThat(root.resolve("l")).doesNotExist();
    }

    @Test
    void aDirectoryBelowMayBecomeTheTree() throws Exception {
        file("top/a", "x");
        file("beside", "x");
        writer.link("top/l", "a");
        writer.link("out", "../../etc");
        assertThat(writer.finish("top")).isEqualTo(root.resolve("top"));
        assertThat(root.resolve("top/l")).hasContent("x");
        assertThat(root.resolve("out")).doesNotExist();
    }

    @Test
    void aLinkMayNotLeaveTheDirectoryThatBecomesTheTree() throws Exception {
        file("top/a", "x");
        writer.link("top/l", "../beside");
        assertRefused(() -> writer.finish("top"));
    }

    @Test
    void aDirectoryThatIsNotThereDoesNotBecomeTheTree() throws Exception {
        file("a", "x");
        assertRefused(() -> writer.finish("a"));
        assertRefused(() -> writer.finish("b"));
    }

    @Test
    void theOnlyDirectoryAtTheTopIsKnown() throws Exception {
        assertThat(writer.onlyDirectory()).isEmpty();
        file("top/a", "x");
        file("top/b", "x");
        assertThat(writer.onlyDirectory()).contains("top");
        file("beside", "x");
        assertThat(writer.onlyDirectory()).isEmpty();
    }

    @Test
    void aFileAtTheTopIsNoDirectory() throws Exception {
        file("a", "x");
        assertThat(writer.onlyDirectory()).isEmpty();
    }

    @Test
    void directoriesThatAreOnlyImpliedCountAsEntries() throws Exception {
        file("a/b/c/d", "x");
        file("e", "x");
        writer.link("l", "e");
        assertThatExceptionOfType(UnsafeTreeException.class)
                .isThrownBy(() -> file("f", "x"))
                .withMessageContaining("more than 6 files")
                .satisfies(e -> assertThat(e.remedy()).contains("max-entries"));
    }

    @Test
    void aLargeFileIsRefusedBeforeItIsWritten() throws Exception {
        assertThatExceptionOfType(UnsafeTreeException.class)
                .isThrownBy(() -> file("a", "x".repeat(61)))
                .withMessageContaining("more than 60 bytes");
        assertThat(root.resolve("a")).isEmptyFile();
    }

    @Test
    void allFilesTogetherAreLimited() throws Exception {
        file("a", "x".repeat(60));
        assertThatExceptionOfType(UnsafeTreeException.class)
                .isThrownBy(() -> file("b", "x".repeat(41)))
                .withMessageContaining("more than 100 bytes in total");
    }

    @Test
    void anInterruptEndsIt() {
        Thread.currentThread().interrupt();
        try {
            assertThatExceptionOfType(ClosedByInterruptException.class).isThrownBy(() -> file("a", "x"));
        } finally {
            Thread.interrupted();
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void assertRefused(Step step) {
        assertThatExceptionOfType(UnsafeTreeException.class)
                .isThrownBy(step::run)
                .satisfies(e -> assertThat(e.remedy()).endsWith("."));
    }

    private void file(String name, String text) throws IOException {
        writer.file(name, false, bytes(text));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
