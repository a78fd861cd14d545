package io.devfile.registry.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypesTest {

    private static final List<MediaType> ANY = List.of(MediaType.WILDCARD_TYPE);

    @ParameterizedTest
    @CsvSource({
        "devfile.yaml, application/yaml",
        ".devfile.yaml, application/yaml",
        "a/b.yml, application/yaml",
        "logo.svg, image/svg+xml",
        "logo.png, image/png",
        "x.json, application/json",
        "page.html, text/html",
        "starter.zip, application/zip",
        "Dockerfile, text/plain;charset=utf-8",
        "docker.d/Dockerfile, text/plain;charset=utf-8",
        "x.vsx, application/octet-stream",
        "x., application/octet-stream"
    })
    void tellByTheName(String path, String type) {
        assertThat(FileTypes.of(path, ANY)).isEqualTo(MediaType.valueOf(type));
    }

    @Test
    void showYamlToBrowsersAsText() {
        List<MediaType> browser = List.of(MediaType.TEXT_HTML_TYPE, MediaType.WILDCARD_TYPE);

        assertThat(FileTypes.yaml(browser)).isEqualTo(FileTypes.PLAIN);
        assertThat(FileTypes.of("a.yaml", browser)).isEqualTo(FileTypes.PLAIN);
        assertThat(FileTypes.yaml(ANY)).isEqualTo(FileTypes.YAML);
        assertThat(FileTypes.yaml(List.of())).isEqualTo(FileTypes.YAML);
    }
}
