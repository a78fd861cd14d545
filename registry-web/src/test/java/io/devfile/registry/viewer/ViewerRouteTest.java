package io.devfile.registry.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewerRouteTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/devfiles", "/devfiles/"})
    void theCatalogueIsAtTheRoot(String path) {
        assertThat(ViewerRoute.of(path)).isEqualTo(new ViewerRoute.CatalogueOf(null));
    }

    @Test
    void aRegistryAnEntryAndAVersionAreBelow() {
        assertThat(ViewerRoute.of("/devfiles/ours")).isEqualTo(new ViewerRoute.CatalogueOf("ours"));
        assertThat(ViewerRoute.of("/devfiles/ours/go")).isEqualTo(new ViewerRoute.Detail("ours", "go", null));
        assertThat(ViewerRoute.of("/devfiles/ours/go/1.0.0/")).isEqualTo(new ViewerRoute.Detail("ours", "go", "1.0.0"));
    }

    @Test
    void otherPagesHaveTheirAddresses() {
        assertThat(ViewerRoute.of("/status")).isEqualTo(new ViewerRoute.Status());
        assertThat(ViewerRoute.of("/feed.xml")).isEqualTo(new ViewerRoute.Feed());
        assertThat(ViewerRoute.of("/assets/viewer-0.css")).isEqualTo(new ViewerRoute.Asset("viewer-0.css"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "//",
                "/devfiles//go",
                "/devfiles/ours//1.0.0",
                "/devfiles/ours/go/1.0.0/more",
                "/status/more",
                "/assets",
                "/assets/a/b",
                "x",
            })
    void elsewhereIsNothing(String path) {
        assertThat(ViewerRoute.of(path)).isEqualTo(new ViewerRoute.Unknown());
    }
}
