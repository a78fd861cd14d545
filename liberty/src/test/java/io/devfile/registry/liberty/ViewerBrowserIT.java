package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** User actions on the web pages, in a real browser. */
@ExtendWith(ViewerServer.class)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ViewerBrowserIT {

    private static final String TITLES = ".card h3";
    private static final int PAGE = 24;

    @TempDir
    static Path directory;

    private static Browser browser;
    private static RegistryServer server;

    @BeforeAll
    static void start(RegistryServer running) throws Exception {
        Command.require("chromium", "chromedriver");
        server = running;
        browser = new Browser(server.base(), directory);
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void beginWithTheCatalogue() {
        browser.scripting(true);
        browser.system("light");
        browser.width(1280);
        browser.open("/viewer");
        browser.script("localStorage.clear()");
        browser.open("/viewer");
        browser.errors();
    }

    @AfterEach
    void theConsoleSaysNothing() {
        browser.scripting(true);
        assertThat(browser.errors()).isEmpty();
        assertThat(browser.script("return window.harm")).isNull();
    }

    @Test
    void searchingShowsWhatIsFoundWithoutLoadingThePage() {
        browser.script("window.same = true");
        browser.find("#search").sendKeys("nodejs");
        browser.until(() -> assertThat(browser.texts(TITLES))
                .isNotEmpty()
                .first()
                .asString()
                .contains("Node"));
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?search=nodejs"));
        assertThat(browser.find("#count").getText()).contains(" of ");
        assertThat(browser.script("return window.same")).isEqualTo(true);
    }

    @Test
    void facetsNarrowDownAndChipsWidenAgain() {
        browser.click("[name=tags][value=Filling]");
        browser.until(() -> assertThat(browser.find("#count").getText()).startsWith(ViewerContent.FILLERS + " of "));
        browser.until(
                () -> assertThat(browser.focused().getDomAttribute("value")).isEqualTo("Filling"));
        browser.find("#search").sendKeys("filler 12", Keys.ENTER);
        browser.until(() -> assertThat(browser.texts(TITLES)).containsExactly("Filler 12"));
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?search=filler+12&tags=Filling"));
        browser.click(".chip[href='/viewer?tags=Filling']");
        browser.until(() -> assertThat(browser.find("#count").getText()).startsWith(ViewerContent.FILLERS + " of "));
        browser.click(".clear");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer"));
        browser.until(() -> assertThat(browser.all(".chip")).isEmpty());
        assertThat(browser.all("[name=tags]:checked")).isEmpty();
    }

    @Test
    void whereNothingIsFoundThereAreWaysOut() {
        browser.open("/viewer?search=xyzzy&tags=Even");
        assertThat(browser.find(".blank h3").getText()).isEqualTo("No entry matches");
        assertThat(browser.all(".facets fieldset")).hasSizeGreaterThan(3);
        assertThat(browser.find("[name=tags][value=Even]").isSelected()).isTrue();
        assertThat(browser.texts(".ways li")).containsExactly("Search: xyzzy " + ViewerContent.FILLERS / 2);
        browser.click(".ways a");
        browser.until(() -> assertThat(browser.texts(TITLES)).hasSize(ViewerContent.FILLERS / 2));
        assertThat(browser.find("#search").getDomProperty("value")).isEmpty();
    }

    @Test
    void theOrderCanBeChosen() {
        String first = browser.texts(TITLES).get(0);
        browser.find("#sort").sendKeys("Name");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?sort=name"));
        browser.until(() -> assertThat(browser.texts(TITLES)).first().isNotEqualTo(first));
    }

    @Test
    void pagesAndTheBackButtonLeadThereAndBack() {
        String first = browser.texts(TITLES).get(0);
        browser.click(".pager [rel=next]");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?page=2"));
        browser.until(() -> assertThat(browser.texts(TITLES)).isNotEmpty().doesNotContain(first));
        assertThat(browser.find(".pager [aria-current=page]").getText()).endsWith("2");
        browser.back();
        browser.until(() -> assertThat(browser.texts(TITLES)).hasSize(PAGE).startsWith(first));
        assertThat(browser.path()).isEqualTo("/viewer");
    }

    @Test
    void aFilterChangeLeadsToTheFirstPageAndTheBackButtonUndoesIt() {
        browser.open("/viewer?page=2");
        browser.click("[name=types][value=Stack]");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?types=Stack"));
        browser.until(() -> assertThat(browser.all(".chip")).hasSize(1));
        browser.back();
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?page=2"));
        browser.until(() -> assertThat(browser.all("[name=types]:checked")).isEmpty());
    }

    @Test
    void aCardLeadsToAnEntryAndAVersionToAnother() {
        browser.open("/viewer?search=Aging");
        browser.click(".card h3 a");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer/devfiles/our-registry/aging"));
        assertThat(browser.texts(".banner")).isEmpty();
        browser.clickLink("1.0.0");
        browser.until(() -> assertThat(browser.path()).endsWith("/aging/1.0.0"));
        assertThat(browser.find(".banner").getText()).contains("This version is deprecated.", "version 2.0.0");
        browser.clickLink("version 2.0.0");
        browser.until(() -> assertThat(browser.path()).endsWith("/aging/2.0.0"));
    }

    @Test
    void whatIsCopiedCanBePasted() {
        browser.open("/viewer/devfiles/our-registry/go/2.0.0");
        String command = browser.find("#get-oras").getText();
        browser.click("[data-copy=get-oras]");
        browser.until(
                () -> assertThat(browser.find("[data-copy=get-oras]").getText()).startsWith("Copied"));
        browser.open("/viewer");
        WebElement search = browser.find("#search");
        search.sendKeys(Keys.chord(Keys.CONTROL, "v"));
        browser.until(() -> assertThat(search.getDomProperty("value")).isEqualTo(command));
        assertThat(command).startsWith("oras pull --plain-http localhost:").endsWith("/devfile-catalog/go:2.0.0");
    }

    @Test
    void theDevfileIsCopiedToTheLetter() throws Exception {
        browser.open("/viewer/devfiles/our-registry/go/2.0.0");
        browser.click("[data-copy=devfile]");
        browser.until(
                () -> assertThat(browser.find("[data-copy=devfile]").getText()).startsWith("Copied"));
        Path devfile = Path.of(System.getProperty("registry.stacks"), "stacks/go/2.0.0/devfile.yaml");
        assertThat(browser.script("return document.getElementById('devfile').textContent"))
                .isEqualTo(Files.readString(devfile));
    }

    @Test
    void theDevfileIsDownloadedAsAFile() {
        browser.open("/viewer/devfiles/our-registry/go/2.0.0");
        browser.click(".acts a[download]");
        Path devfile = Path.of(System.getProperty("registry.stacks"), "stacks/go/2.0.0/devfile.yaml");
        browser.until(() ->
                assertThat(directory.resolve("downloads/devfile.yaml")).exists().hasSameBinaryContentAs(devfile));
    }

    @Test
    void aWorkspaceIsOpenedWithTheDevfile() {
        browser.open("/viewer/devfiles/our-registry/go/2.0.0");
        assertThat(browser.find(".button[rel]").getDomAttribute("href"))
                .isEqualTo(ViewerServer.CHE + "#" + server.base() + "/devfiles/go/2.0.0");
    }

    @Test
    void theThemeFollowsTheSystemUntilAnotherIsChosen() {
        String light = background();
        browser.system("dark");
        browser.until(() -> assertThat(background()).isNotEqualTo(light));
        browser.click("#theme");
        browser.until(() -> assertThat(background()).isEqualTo(light));
        browser.open("/viewer/status");
        assertThat(background()).isEqualTo(light);
        assertThat(browser.find("#theme").getDomAttribute("aria-pressed")).isEqualTo("false");
        browser.click("#theme");
        assertThat(background()).isNotEqualTo(light);
        assertThat(browser.script("return localStorage.length")).isEqualTo(0L);
    }

    @Test
    void theKeyboardIsEnough() {
        browser.press(Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Skip to the content");
        browser.press(Keys.ENTER);
        browser.press("/");
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("search");
        browser.press("java-maven");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?search=java-maven"));
        browser.until(() -> assertThat(browser.find("#count").getText()).contains(" of "));
        browser.press(Keys.ESCAPE);
        for (int i = 0; i < 60 && !browser.focused().getText().startsWith("Java"); i++) {
            browser.press(Keys.TAB);
        }
        browser.press(Keys.ENTER);
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer/devfiles/our-registry/java-maven"));
    }

    @Test
    void aSlashInTheSearchFieldIsASlash() {
        browser.find("#search").sendKeys("a/b");
        assertThat(browser.find("#search").getDomProperty("value")).isEqualTo("a/b");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?search=a%2Fb"));
    }

    @Test
    void everythingWorksWithoutScripts() {
        browser.scripting(false);
        browser.open("/viewer");
        browser.click("[name=tags][value=Filling]");
        browser.find("#search").sendKeys("filler 12");
        browser.find("#sort").sendKeys("Name");
        browser.click(".facets .apply");
        browser.until(() -> assertThat(browser.texts(TITLES)).containsExactly("Filler 12"));
        browser.click(".chip");
        browser.until(() -> assertThat(browser.texts(TITLES)).hasSize(PAGE));
        browser.click(".pager [rel=next]");
        browser.until(() -> assertThat(browser.texts(TITLES)).hasSize(ViewerContent.FILLERS - PAGE));
        browser.click(".card h3 a");
        browser.until(() -> assertThat(browser.path()).startsWith("/viewer/devfiles/our-registry/filler-"));
        assertThat(browser.find("#devfile").isDisplayed()).isTrue();
        assertThat(browser.all("button:not([hidden])")).isEmpty();
        browser.click(".crumbs a");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer"));
    }

    @Test
    void thePolicyKeepsScriptsAndStylesOfOthersOut() {
        browser.script("""
                const script = document.createElement('script');
                script.textContent = 'window.harm = true';
                document.body.append(script);
                document.body.insertAdjacentHTML('beforeend', '<p id=styled style="color: rgb(1, 2, 3)">x</p>');
                document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.harm = true">');
                """);
        browser.until(() -> assertThat(browser.errors())
                .anyMatch(message -> message.contains("script-src"))
                .anyMatch(message -> message.contains("style-src")));
        assertThat(browser.find("#styled").getCssValue("color")).doesNotContain("1, 2, 3");
        assertThat(browser.script("return window.harm")).isNull();
        browser.open("/viewer");
        browser.errors();
    }

    @Test
    void hostileTextIsShownAsText() {
        browser.open("/viewer/devfiles/our-registry/hostile");
        assertThat(browser.find("h1").getText()).contains(ViewerContent.EXPRESSION, "<script>");
        assertThat(browser.find("#devfile").getText()).contains(ViewerContent.EXPRESSION, "<script>");
        assertThat(browser.all("a[href^='javascript']")).isEmpty();
        browser.open(
                "/viewer?search=%3Cscript%3Ewindow.harm%3Dtrue%3C/script%3E&tags=%22%3E%3Cimg%20src%3Dx%20onerror%3Dharm%3D1%3E");
        assertThat(browser.texts(".chip"))
                .anyMatch(text -> text.contains("<script>window.harm=true</script>"))
                .anyMatch(text -> text.contains("\"><img src=x onerror=harm=1>"));
    }

    @Test
    void suggestionsLeadToAnEntryWithTheKeyboardAndWithTheMouse() {
        browser.find("#search").sendKeys("java-maven");
        browser.until(() ->
                assertThat(browser.texts(".suggested li")).first().asString().contains("java-maven"));
        assertThat(browser.find("#search").getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(browser.violations()).isEmpty();
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.find("#search").getDomAttribute("aria-activedescendant"))
                .isEqualTo("suggested-0");
        browser.press(Keys.ENTER);
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer/devfiles/our-registry/java-maven"));

        browser.open("/viewer");
        browser.find("#search").sendKeys("nodejs");
        browser.until(() -> assertThat(browser.all(".suggested li")).isNotEmpty());
        browser.press(Keys.ESCAPE);
        assertThat(browser.all(".suggested li")).isEmpty();
        assertThat(browser.find("#search").getDomProperty("value")).isEqualTo("nodejs");
        browser.press("-");
        browser.until(() -> assertThat(browser.all(".suggested li")).isNotEmpty());
        browser.click(".suggested li");
        browser.until(() -> assertThat(browser.path()).startsWith("/viewer/devfiles/our-registry/nodejs"));
    }

    @Test
    void aCorrectedSearchIsNamedAndTheOriginalCanBeSearched() {
        browser.open("/viewer?search=javascirpt");
        assertThat(browser.find(".understood").getText()).contains("Showing results for javascript");
        assertThat(browser.script("return document.title")).asString().startsWith("“javascirpt”");
        browser.click(".understood a");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?search=javascirpt&asTyped=true"));
        browser.until(() -> assertThat(browser.find(".blank h3").isDisplayed()).isTrue());
        assertThat(browser.find("#results-title").getDomProperty("textContent")).isEqualTo("Results for “javascirpt”");
    }

    @Test
    void theFocusStaysOnTheListAfterEnterOnAChipOrAPage() {
        browser.open("/viewer?tags=Filling&search=filler");
        browser.script("document.querySelector('.chip').focus()");
        browser.press(Keys.ENTER);
        browser.until(() -> assertThat(browser.all(".chip")).hasSize(1));
        assertThat(browser.focused().getTagName()).isNotEqualTo("body");
        browser.script("document.querySelector('.pager [rel=next]').focus()");
        browser.press(Keys.ENTER);
        browser.until(() -> assertThat(browser.find("#count").getText()).contains("page 2"));
        assertThat(browser.focused().getTagName()).isNotEqualTo("body");
    }

    @Test
    void resultsThatCannotBeLoadedAreReportedInPlace() {
        browser.script(
                "const real = window.fetch; window.fetch = url => window.broken ? Promise.reject(new TypeError('x')) : real(url)");
        browser.script("window.broken = true");
        browser.click("[name=tags][value=Filling]");
        browser.until(() ->
                assertThat(browser.find("#count").getText()).isEqualTo("The results could not be loaded. Try again"));
        assertThat(browser.path()).isEqualTo("/viewer");
        browser.script("window.broken = false");
        browser.click("#count a");
        browser.until(() -> assertThat(browser.path()).isEqualTo("/viewer?tags=Filling"));
        browser.until(() -> assertThat(browser.find("#count").getText()).startsWith(ViewerContent.FILLERS + " of "));
    }

    @Test
    void aStarterProjectThatCannotBeDownloadedSaysWhy() {
        browser.open("/viewer/devfiles/our-registry/arabic");
        browser.click("[data-download]");
        browser.until(() -> assertThat(browser.find(".failed").getText()).startsWith("The download failed: "));
        assertThat(browser.find(".failed").getDomAttribute("role")).isEqualTo("alert");
        assertThat(browser.path()).endsWith("/arabic");
        // the browser reports the status of the response
        assertThat(browser.errors()).allMatch(error -> error.contains("/starter-projects/"));
        browser.open("/viewer/devfiles/our-registry/nodejs");
        browser.click("[data-download]");
        browser.until(() -> assertThat(directory.resolve("downloads"))
                .isDirectoryContaining(file -> file.toString().endsWith(".zip")));
    }

    @Test
    void onNarrowScreensAButtonLeadsFromTheFiltersToTheResults() {
        browser.width(390);
        browser.open("/viewer");
        browser.click("#filters-all summary");
        browser.script("document.querySelector('[name=tags][value=Filling]').focus()");
        browser.press(Keys.SPACE);
        browser.until(() ->
                assertThat(browser.find(".reveal").getText()).isEqualTo("Show " + ViewerContent.FILLERS + " results"));
        assertThat(browser.script("const at = document.querySelector('.reveal .button').getBoundingClientRect();"
                        + "return at.bottom <= innerHeight && at.top >= 0"))
                .isEqualTo(true);
        browser.click(".reveal .button");
        assertThat(browser.find("#filters-all").getDomAttribute("open")).isNull();
        assertThat(browser.focused().getDomAttribute("id")).isEqualTo("results");
    }

    @Test
    void theSecondSkipLinkLeadsToTheResults() {
        browser.press(Keys.TAB, Keys.TAB);
        assertThat(browser.focused().getText()).isEqualTo("Skip to the results");
        browser.press(Keys.ENTER);
        browser.until(() -> assertThat(browser.focused().getDomAttribute("id")).isEqualTo("results"));
    }

    @Test
    void printedPagesHaveAllOfTheDevfileAndNoControls() {
        browser.open("/viewer/devfiles/our-registry/giant");
        browser.command("Emulation.setEmulatedMedia", Map.of("media", "print"));
        try {
            assertThat(browser.script("const yaml = document.querySelector('.yaml');"
                            + "return yaml.scrollWidth - yaml.clientWidth"))
                    .isEqualTo(0L);
            assertThat(browser.all(".copy, .acts, .theme, .button")).noneMatch(WebElement::isDisplayed);
        } finally {
            browser.command("Emulation.setEmulatedMedia", Map.of("media", ""));
        }
    }

    @Test
    void textFromRightToLeftIsABlockOnTheRight() {
        for (String place : List.of("/viewer?search=arabic .what", "/viewer/devfiles/our-registry/arabic .lead")) {
            browser.open(place.substring(0, place.indexOf(' ')));
            WebElement text = browser.find(place.substring(place.indexOf(' ') + 1));
            assertThat(text.getCssValue("direction")).as(place).isEqualTo("rtl");
            assertThat(browser.script("""
                    const box = arguments[0].getBoundingClientRect();
                    const range = document.createRange();
                    range.selectNodeContents(arguments[0]);
                    return [...range.getClientRects()].every(line => Math.abs(line.right - box.right) < 2);
                    """, text)).as(place).isEqualTo(true);
        }
    }

    @Test
    void commandsBreakAtSpacesOnly() {
        browser.width(390);
        browser.open("/viewer/devfiles/our-registry/arabic");
        assertThat(browser.find(".line").getText()).isEqualTo(ViewerContent.COMMAND);
        assertThat(browser.script("return [...document.querySelectorAll('.line .w')].every("
                        + "word => word.getClientRects().length === 1 && word.offsetHeight < 30)"))
                .isEqualTo(true);
    }

    @Test
    void theLettersOfAnIconStayUntilItsImageIsThere() {
        browser.open("/viewer?search=quarkus");
        browser.until(() -> assertThat(browser.all(".icon img.there")).isNotEmpty());
        browser.script("document.querySelector('.icon img').classList.remove('there')");
        assertThat(browser.find(".icon img").getCssValue("opacity")).isEqualTo("0");
    }

    @Test
    void warningsAreGroupedByRuleWithCounts() {
        browser.open("/viewer/status");
        browser.script("document.querySelectorAll('details').forEach(one => one.open = true)");
        assertThat(browser.texts(".rule > summary")).isNotEmpty().allMatch(text -> text.matches("[a-z-]+ \\d+"));
        assertThat(browser.texts(".rule > summary")).first().asString().startsWith("missing-metadata ");
    }

    @Test
    void addressesThatPeopleTryLeadToThePages() {
        browser.open("/?tags=Filling");
        assertThat(browser.path()).isEqualTo("/viewer?tags=Filling");
        browser.open("/Viewer/status?x=1");
        assertThat(browser.path()).isEqualTo("/viewer/status?x=1");
        browser.open("/catalogue?search=go");
        assertThat(browser.path()).isEqualTo("/viewer?search=go");
        browser.open("/favicon.ico");
        assertThat(browser.path()).startsWith("/viewer/assets/icon");
        browser.open("/stack/nodejs%20x");
        assertThat(browser.find("h1").getText()).isEqualTo("There is nothing at this address");
        assertThat(browser.find("#search").getDomProperty("value")).isEqualTo("nodejs x");
        assertThat(browser.violations()).isEmpty();
        browser.errors();
    }

    @Test
    void anArtifactShowsWhatIsAttachedToIt() {
        browser.open("/viewer/devfiles/our-registry/go/2.0.0");
        browser.until(() -> assertThat(browser.texts(".attached li"))
                .singleElement()
                .asString()
                .startsWith("Origin")
                .contains("stacks/go/2.0.0"));
        assertThat(browser.violations()).isEmpty();
    }

    private static String background() {
        return browser.find("body").getCssValue("background-color");
    }
}
