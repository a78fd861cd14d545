package io.devfile.registry.toolkit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEditorTest {

    private static final TreeLimits LIMITS = new TreeLimits(8, 100, 60, 4, 40);

    @TempDir
    private Path scratch;

    private Path root;
    private TreeEditor editor;

    @BeforeEach
    void begin() throws IOException {
        root = Files.createDirectory(scratch.resolve("root"));
        Files.createDirectory(scratch.resolve("outside"));
        TreeWriter writer = new TreeWriter(root, LIMITS);
        writer.file("a/b", true, bytes("one"));
        writer.file("a/c/d", false, bytes("two"));
        writer.link("l", "a");
        writer.finish("");
        editor = new TreeEditor(root, LIMITS, writer.totals());
    }

    @Test
    void filesAndDirectoriesAreMadeAndRemoved() throws Exception {
        editor.remove("a/b");
        editor.file("a/b", false, bytes("other"));
        editor.directory("n");
        editor.file("n/f", true, bytes("new"));
        editor.remove("a/c");
        editor.remove("a/nothing");
        assertThat(root.resolve("a/b")).hasContent("other");
        assertThat(Files.isExecutable(root.resolve("a/b"))).isFalse();
        assertThat(root.resolve("n/f")).hasContent("new").isExecutable();
        assertThat(root.resolve("a/c")).doesNotExist();
    }

    @Test
    void totalsAreKept() throws Exception {
        assertThat(editor.totals()).isEqualTo(new TreeTotals(5, 6));
        editor.remove("a/b");
        editor.file("a/b", false, bytes("other"));
        assertThat(editor.totals()).isEqualTo(new TreeTotals(5, 8));
        editor.remove("a");
        assertThat(editor.totals()).isEqualTo(new TreeTotals(1, 0));
        editor.directory("x");
        assertThat(editor.totals()).isEqualTo(new TreeTotals(2, 0));
    }

    @Test
    void limitsHoldForTheWholeTree() throws Exception {
        assertRefused(() -> editor.file("x", false, bytes("x".repeat(61))));
        editor.file("y", false, bytes("x".repeat(40)));
        assertRefused(() -> editor.file("z", false, bytes("x".repeat(60))));
        assertRefused(() -> editor.directory("more"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/x", "/x", "a\\b", "", "l/x", "a/b/x", "no/x"})
    void nothingIsChangedAnywhereElse(String name) throws Exception {
        assertRefused(() -> editor.file(name, false, bytes("x")));
        assertRefused(() -> editor.directory(name));
        assertRefused(() -> editor.remove(name));
        assertThat(scratch.resolve("outside")).isEmptyDirectory();
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        assertRefused(() -> editor.file("a/b", false, bytes("x")));
        assertRefused(() -> editor.file("a", false, bytes("x")));
        assertRefused(() -> editor.file("l", false, bytes("x")));
        assertRefused(() -> editor.directory("a/b"));
    }

    private interface Step {
        void run() throws IOException;
    }

    private static void assertRefused(Step step) {
        assertThatExceptionOfType(UnsafeTreeException.class).isThrownBy(step::run);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
