package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page, in both themes, on a desktop and a phone: no axe-core violations, and no horizontal overflow. */
@ExtendWith(ViewerServer.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ViewerAccessibilityIT {

    @TempDir
    static Path directory;

    private static Browser browser;

    @BeforeAll
    static void start(RegistryServer server) throws Exception {
        Command.require("chromium", "chromedriver");
        browser = new Browser(server.base(), directory);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/viewer",
                "/viewer?page=2",
                "/viewer?search=filler&tags=Filling&tags=Even&sort=name",
                "/viewer?search=xyzzy&tags=Even",
                "/viewer?registries=mine&search=%D9%85%D8%B1%D8%AD%D8%A8%D8%A7",
                "/viewer/devfiles/our-registry/go",
                "/viewer/devfiles/our-registry/nodejs/3.0.0",
                "/viewer/devfiles/our-registry/python-basic",
                "/viewer/devfiles/our-registry/aging/1.0.0",
                "/viewer/devfiles/our-registry/giant",
                "/viewer/devfiles/our-registry/hostile",
                "/viewer/devfiles/our-registry/arabic",
                "/viewer/status",
                "/viewer/devfiles/our-registry/nodejz",
                "/viewer/devfiles/our-registry/go/9.9.9",
                "/viewer/nothing",
                "/viewer?search=javascirpt",
            })
    void aPageIsFitForEverybody(String path) {
        looksRight(path, 1280, "light");
        looksRight(path, 390, "dark");
        browser.width(320);
        assertThat(browser.overflow()).as("overflow at 320").isZero();
    }

    private static void looksRight(String path, int width, String theme) {
        browser.width(width);
        browser.system(theme);
        browser.open(path);
        browser.script("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertThat(browser.violations()).as(theme + " at " + width).isEmpty();
        assertThat(browser.overflow()).as("overflow at " + width).isZero();
        assertThat(browser.all("h1")).hasSize(1);
    }
}
