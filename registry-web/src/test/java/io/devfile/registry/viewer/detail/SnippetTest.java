package io.devfile.registry.viewer.detail;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.viewer.page.Addresses;
import org.junit.jupiter.api.Test;

class SnippetTest {

    private static final Addresses PLAIN = new Addresses("http://localhost:8080", "ours");
    private static final Addresses TLS = new Addresses("https://registry.example.com", "ours");

    @Test
    void aVersionIsHadInThreeWays() {
        assertThat(Snippet.of("go", "2.0.0", "devfile-catalog/go", PLAIN))
                .extracting(Snippet::text)
                .containsExactly(
                        "curl -fLo devfile.yaml http://localhost:8080/devfiles/go/2.0.0",
                        "registry pull http://localhost:8080 go:2.0.0 --new-index-schema",
                        "oras pull --plain-http localhost:8080/devfile-catalog/go:2.0.0");
    }

    @Test
    void withTlsNothingIsSaidOfPlainHttp() {
        assertThat(Snippet.of("go", "2.0.0", "devfile-catalog/go", TLS))
                .extracting(Snippet::text)
                .contains("oras pull registry.example.com/devfile-catalog/go:2.0.0");
    }

    @Test
    void withoutAnArtifactThereIsTheDevfileAlone() {
        assertThat(Snippet.of("basic", "", null, TLS))
                .extracting(Snippet::text)
                .containsExactly("curl -fLo devfile.yaml https://registry.example.com/devfiles/basic");
    }

    @Test
    void whatAShellWouldTakeApartIsQuoted() {
        assertThat(Snippet.quoted("a b; rm -rf $HOME")).isEqualTo("'a b; rm -rf $HOME'");
        assertThat(Snippet.quoted("it's")).isEqualTo("'it'\\''s'");
        assertThat(Snippet.quoted("")).isEqualTo("''");
        assertThat(Snippet.quoted("go:2.0.0+build")).isEqualTo("go:2.0.0+build");
    }
}
