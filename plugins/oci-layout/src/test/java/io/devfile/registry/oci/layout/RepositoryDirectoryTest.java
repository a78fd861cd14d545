package io.devfile.registry.oci.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.oci.model.RepositoryName;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryDirectoryTest {

    private static final Path ROOT = Path.of("/data/oci");

    @ParameterizedTest
    @CsvSource({
        "devfile-catalog/go, devfile-catalog/go",
        "a/blobs, a/_blobs",
        "blobs/index.json/oci-layout/b, _blobs/_index.json/_oci-layout/b",
        "a/blobs2/index.jso, a/blobs2/index.jso"
    })
    void aNameHasItsDirectoryAndBack(String name, String path) {
        RepositoryDirectory directory = RepositoryDirectory.of(ROOT, new RepositoryName(name));

        assertThat(directory.path()).isEqualTo(ROOT.resolve(path));
        assertThat(RepositoryDirectory.at(ROOT, ROOT.resolve(path))).contains(directory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/blobs", "a/_b", "a/__blobs", ".lock", "a/.tmp-1", "A", "a b"})
    void otherDirectoriesAreNoRepositories(String path) {
        assertThat(RepositoryDirectory.at(ROOT, ROOT.resolve(path))).isEmpty();
    }

    @Test
    void theRootIsNoRepository() {
        assertThat(RepositoryDirectory.at(ROOT, ROOT)).isEmpty();
    }
}
