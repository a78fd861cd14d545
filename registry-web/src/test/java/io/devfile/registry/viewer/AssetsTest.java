package io.devfile.registry.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Files that every browser loads stay small, and contain nothing that the policy forbids. */
class AssetsTest {

    private static final Path VIEWER = Path.of("src/main/webapp/WEB-INF/viewer");

    private static int compressed(String asset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            Files.copy(VIEWER.resolve("assets").resolve(asset), stream);
        }
        return bytes.size();
    }

    @Test
    void theStyleSheetIsSmall() throws IOException {
        assertThat(compressed("viewer.css")).isLessThan(15 * 1024);
    }

    @Test
    void theScriptIsSmall() throws IOException {
        assertThat(compressed("viewer.js")).isLessThan(5 * 1024);
    }

    @Test
    void templatesHaveNoStyleAndNoScriptOfTheirOwnAndNoForms() throws IOException {
        try (Stream<Path> files = Files.list(VIEWER)) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList();
            assertThat(templates).hasSizeGreaterThan(4);
            for (Path template : templates) {
                assertThat(Files.readString(template))
                        .as(template.toString())
                        .doesNotContain(" style=", "<style", " onclick=", " onload=", "h:form", "javascript:");
            }
        }
    }
}
