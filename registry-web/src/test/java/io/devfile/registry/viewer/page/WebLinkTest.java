package io.devfile.registry.viewer.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebLinkTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "http://example.com:8080/a?b=c#d", "HTTPS://EXAMPLE.COM/"})
    void addressesOfTheWebBecomeLinks(String address) {
        assertThat(WebLink.of(address)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                " javascript:alert(1)",
                "java\nscript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "//example.com/",
                "/path",
                "example.com",
                "git@github.com:a/b.git",
                "ssh://example.com/a",
                "https://user:password@example.com/",
                "https://",
                "https:example.com",
                "https://exa mple.com/",
                "https://example.com/\"onmouseover=\"x",
            })
    void othersStayText(String address) {
        assertThat(WebLink.of(address)).isEmpty();
    }

    @Test
    void aLinkIsNotLongerThanBrowsersTake() {
        assertThat(WebLink.of("https://example.com/" + "a".repeat(3000))).isEmpty();
    }
}
