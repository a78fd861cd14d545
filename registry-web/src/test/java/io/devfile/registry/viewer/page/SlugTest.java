package io.devfile.registry.viewer.page;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource({
        "devfile-registry, devfile-registry",
        "Community, community",
        "'  My  Registry! (EU) ', my-registry-eu",
        "Übung ÄÖ, übung-äö",
        "レジストリ, レジストリ",
        "'', registry",
        "'!!!', registry",
        "a/../b, a-b",
    })
    void namesBecomeSlugs(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }

    @Property
    void theSlugOfASlugIsTheSameAndOnePartOfAPath(@ForAll String name) {
        String slug = Slug.of(name);
        assertThat(slug).isNotEmpty().doesNotContain("/", "?", "#", "%", "+", " ", "\"", "<");
        assertThat(Slug.of(slug)).isEqualTo(slug);
    }
}
