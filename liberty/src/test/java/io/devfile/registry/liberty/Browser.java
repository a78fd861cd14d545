package io.devfile.registry.liberty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium that shows the pages of one server. */
final class Browser implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final ChromeDriver driver;
    private final URI base;
    private final String axe;

    /** @param directory for the profile and for downloads */
    Browser(URI base, Path directory) throws IOException {
        this.base = base;
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            this.axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
        ChromeOptions options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,900",
                "--user-data-dir=" + directory.resolve("profile"));
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "download.default_directory",
                        directory.resolve("downloads").toString()));
        LoggingPreferences logging = new LoggingPreferences();
        logging.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logging);
        this.driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    void open(String path) {
        driver.get(base + path);
    }

    /** The current URL without the base URL of the server. */
    String path() {
        String address = driver.getCurrentUrl();
        return address.substring(base.toString().length());
    }

    WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** The visible text of the elements. */
    List<String> texts(String selector) {
        return all(selector).stream().map(WebElement::getText).toList();
    }

    void click(String selector) {
        find(selector).click();
    }

    void clickLink(String text) {
        driver.findElement(By.partialLinkText(text)).click();
    }

    /** Presses keys on the element that has the focus. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void back() {
        driver.navigate().back();
    }

    Object script(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    void command(String command, Map<String, Object> parameters) {
        driver.executeCdpCommand(command, parameters);
    }

    /** Simulates a system with this theme, {@code light} or {@code dark}. */
    void system(String theme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme))));
    }

    /** Sets the width of pages. */
    void width(int pixels) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Enables or disables scripts of pages. */
    void scripting(boolean enabled) {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !enabled));
    }

    /** Waits until the assertion is true. */
    void until(Runnable assertion) {
        await().atMost(TIMEOUT)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptionsMatching(e -> e instanceof StaleElementReferenceException)
                .untilAsserted(assertion::run);
    }

    /** The errors in the console since the last call. */
    List<String> errors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The violations of any impact that axe-core finds on the page. */
    List<?> violations() {
        Object found = driver.executeAsyncScript(axe + """
                ;const done = arguments[arguments.length - 1];
                axe.run(document).then(
                    results => done(results.violations.map(violation => violation.id + ' (' + violation.impact + '): '
                        + violation.nodes.map(node => node.target + ' ' + node.failureSummary).join(' | '))),
                    error => done(['axe failed: ' + error]));
                """);
        assertThat(found).isInstanceOf(List.class);
        return (List<?>) found;
    }

    /** By how many pixels the page is wider than the window. */
    long overflow() {
        return ((Number) script("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .longValue();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
