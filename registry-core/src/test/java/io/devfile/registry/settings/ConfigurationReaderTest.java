package io.devfile.registry.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.devfile.registry.fixture.CapturedLog;
import io.devfile.registry.spi.config.SettingException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReaderTest {

    private static RegistryConfiguration read(String... namesAndValues) throws SettingException {
        return new ConfigurationReader(FakeSettings.of(namesAndValues)).read();
    }

    private static SourceConfiguration source(String... namesAndValues) throws SettingException {
        return read(namesAndValues).sources().get(0);
    }

    @Test
    void servesTheBundledStacksFromALayoutWhereNothingIsConfigured() throws SettingException {
        RegistryConfiguration configuration = read("server.output.dir", "/srv/output");

        assertThat(configuration.strict()).isFalse();
        assertThat(configuration.offline()).isFalse();
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("/srv/output/registry-data"));
        assertThat(configuration.backend()).isEqualTo(new BackendConfiguration("layout", Map.of()));
        assertThat(configuration.sources())
                .singleElement()
                .isEqualTo(new SourceConfiguration("bundled", "filesystem", Duration.ofMinutes(5), Map.of()));
    }

    @Test
    void takesTheRegistrysOwnSettings() throws SettingException {
        RegistryConfiguration configuration = read(
                "REGISTRY_STRICT", "true",
                "registry.offline", "true",
                "registry.data.dir", "/data/../data/registry");

        assertThat(configuration.strict()).isTrue();
        assertThat(configuration.offline()).isTrue();
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("/data/registry"));
    }

    @Test
    void keepsTheOrderOfTheSources() throws SettingException {
        assertThat(read(
                                "registry.sources",
                                " b , a ",
                                "registry.source.a.type",
                                "git",
                                "registry.source.b.type",
                                "archive")
                        .sources())
                .extracting(SourceConfiguration::name)
                .containsExactly("b", "a");
    }

    @Test
    void givesASourceItsSettingsWithoutThoseOfTheHost() throws SettingException {
        SourceConfiguration source = source(
                "registry.sources", "a",
                "registry.source.a.type", "git",
                "registry.source.a.refresh", "PT30S",
                "registry.source.a.url", "https://example.org/stacks",
                "registry.source.ab.url", "of another");

        assertThat(source.type()).isEqualTo("git");
        assertThat(source.refresh()).isEqualTo(Duration.ofSeconds(30));
        assertThat(source.settings()).isEqualTo(Map.of("url", "https://example.org/stacks"));
        assertThat(source.prefix()).isEqualTo("registry.source.a.");
    }

    @Test
    void takesSettingsFromEnvironmentVariables() throws SettingException {
        SourceConfiguration source = source(
                "REGISTRY_SOURCES", "a",
                "REGISTRY_SOURCE_A_TYPE", "filesystem",
                "REGISTRY_SOURCE_A_REFRESH", "never",
                "REGISTRY_SOURCE_A_PATH", "/stacks",
                "REGISTRY_SOURCE_A_TOKEN_FILE", "/token");

        assertThat(source.type()).isEqualTo("filesystem");
        assertThat(source.refresh()).isNull();
        assertThat(source.settings()).isEqualTo(Map.of("path", "/stacks", "token_file", "/token"));
    }

    @Test
    void prefersTheEnvironmentVariableToThePropertyOfTheSameSetting() throws SettingException {
        assertThat(source(
                                "registry.sources", "a",
                                "registry.source.a.type", "filesystem",
                                "registry.source.a.path", "/old",
                                "REGISTRY_SOURCE_A_PATH", "/new")
                        .settings())
                .isEqualTo(Map.of("path", "/new"));
    }

    @Test
    void tellsVariablesOfSourcesApartWhereOneNameBeginsWithTheOther() throws SettingException {
        RegistryConfiguration configuration = read(
                "registry.sources", "a,a-b",
                "REGISTRY_SOURCE_A_TYPE", "filesystem",
                "REGISTRY_SOURCE_A_PATH", "/a",
                "REGISTRY_SOURCE_A_B_TYPE", "git",
                "REGISTRY_SOURCE_A_B_URL", "https://example.org/b");

        assertThat(configuration.sources().get(0).settings()).isEqualTo(Map.of("path", "/a"));
        assertThat(configuration.sources().get(1).type()).isEqualTo("git");
        assertThat(configuration.sources().get(1).settings()).isEqualTo(Map.of("url", "https://example.org/b"));
    }

    @Test
    void givesTheBackendItsSettings() throws SettingException {
        assertThat(read("registry.oci.type", "distribution", "REGISTRY_OCI_URL", "https://example.org")
                        .backend())
                .isEqualTo(new BackendConfiguration("distribution", Map.of("url", "https://example.org")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", ",", "a,", "A", "a_b", "-a", "a-", "a b", "ä", "../a"})
    void rejectsWhatIsNoNameOfASource(String names) {
        assertThatThrownBy(() -> read(
                        "registry.sources", names,
                        "registry.source.a.type", "git",
                        "registry.source.b.type", "git"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.sources")
                .hasMessageContaining("1 to 63 lower-case letters");
    }

    @Test
    void rejectsASourceThatIsNamedTwice() {
        assertThatThrownBy(() -> read("registry.sources", "a,a", "registry.source.a.type", "git"))
                .isInstanceOf(SettingException.class)
                .hasMessage("Tried to read the setting registry.sources, but it names a twice. Name each source once.");
    }

    @Test
    void demandsATypeForEverySourceButTheBundledOne() {
        assertThatThrownBy(() -> read("registry.sources", "a-b"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.source.a-b.type")
                .hasMessageContaining("REGISTRY_SOURCE_A_B_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.5S", "5m", "-PT1S", "NEVER", "P366D", "PT9223372036854775807S"})
    void rejectsAnIntervalThatCannotBeKept(String refresh) {
        assertThatThrownBy(() -> read("registry.source.bundled.refresh", refresh))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.source.bundled.refresh");
    }

    @Test
    void reachesThePublicInternetAloneWhereNothingElseIsSaid() throws SettingException {
        assertThat(read().fetch()).isEqualTo(FetchConfiguration.DEFAULT);
    }

    @Test
    void takesWhatMayBeFetchedFromAndByWhichProxy() throws SettingException {
        assertThat(read(
                                "registry.fetch.allow", " git.example.com , 10.0.0.0/8,, ",
                                "REGISTRY_FETCH_PROXY", "http://proxy.example.com:3128/")
                        .fetch())
                .isEqualTo(new FetchConfiguration(
                        List.of("git.example.com", "10.0.0.0/8"),
                        URI.create("http://proxy.example.com:3128/"),
                        new GitCredentials(null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example.com:3128",
                "https://proxy.example.com:3128",
                "http://proxy.example.com",
                "http://proxy.example.com:0",
                "http://proxy.example.com:65536",
                "http://me:secret@proxy.example.com:3128",
                "http://proxy.example.com:3128/path",
                "http://proxy.example.com:3128?query",
                "http://:3128",
                "http://a b:3128"
            })
    void rejectsWhatIsNoAddressOfAProxyWithoutRepeatingIt(String proxy) {
        assertThatThrownBy(() -> read("registry.fetch.proxy", proxy))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.fetch.proxy")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry.headless", "registry.strict", "registry.offline"})
    void rejectsFlagsThatAreNeitherTrueNorFalse(String key) {
        assertThatThrownBy(() -> read(key, "yes"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining(key)
                .hasMessageContaining("Set it to true or false.");
    }

    @Test
    void takesTheSettingsOfTheWebPages() throws SettingException {
        assertThat(new ConfigurationReader(FakeSettings.of(
                                "registry.name", "ours",
                                "registry.url", "HTTPS://registry.example.com:8443/",
                                "REGISTRY_VIEWER_CHE", "https://devspaces.example.com/dashboard"))
                        .viewer())
                .isEqualTo(new ViewerConfiguration(
                        "ours", false, "https://registry.example.com:8443", "https://devspaces.example.com/dashboard"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "registry.example.com",
                "ftp://example.com",
                "javascript:alert(1)",
                "https://user:password@example.com",
                "https://example.com/path",
                "https://example.com/?q",
                "https://example.com/#f",
                "https://exa mple.com",
            })
    void rejectsAnAddressThatTheRegistryCannotHave(String url) {
        assertThatThrownBy(() -> read("registry.url", url))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.url")
                .hasMessageContaining("https://registry.example.com")
                .message()
                .doesNotContain("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"devspaces", "javascript:alert(1)", "https://user:password@example.com", "https://a/#b"})
    void rejectsAnAddressOfNoServiceForWorkspaces(String url) {
        assertThatThrownBy(() -> read("registry.viewer.che", url))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.viewer.che");
    }

    @Test
    void takesAmountsOfBytesInUnits() throws SettingException {
        assertThat(read("registry.starter.cache", "3M").starters().cacheBytes()).isEqualTo(3L << 20);
        assertThat(read("registry.starter.timeout", "PT5S").starters().timeout())
                .isEqualTo(Duration.ofSeconds(5));
        assertThat(read().starters()).isEqualTo(StarterConfiguration.DEFAULT);
        assertThatThrownBy(() -> read("registry.starter.cache", "3 apples"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.starter.cache");
        assertThatThrownBy(() -> read("registry.starter.timeout", "PT0.5S"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.starter.timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"REGISTRY_STRCT", "registry.strct"})
    void refusesASettingThatNothingReadsAndNamesTheOneThatIsMeant(String name) {
        assertThatThrownBy(() -> read(name, "true"))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.strct")
                .hasMessageContaining("Did you mean registry.strict?");
    }

    @Test
    void takesNoVariableOfAKubernetesServiceForASetting() throws SettingException {
        RegistryConfiguration configuration = read(
                "REGISTRY_OCI_PORT", "tcp://10.0.0.1:5000",
                "REGISTRY_OCI_SERVICE_HOST", "10.0.0.1",
                "REGISTRY_OCI_SERVICE_PORT", "5000",
                "REGISTRY_OCI_SERVICE_PORT_HTTP", "5000",
                "REGISTRY_OCI_PORT_5000_TCP", "tcp://10.0.0.1:5000",
                "REGISTRY_OCI_PORT_5000_TCP_ADDR", "10.0.0.1",
                "REGISTRY_PORT", "tcp://10.0.0.1:80",
                "registry.port", "tcp://10.0.0.1:80",
                "registry.port[80]tcp.addr", "10.0.0.1",
                "REGISTRY_SERVICE_HOST", "10.0.0.1",
                "REGISTRY_AUTH_FILE", "/home/user/auth.json",
                "REGISTRY_VIEWER_PORT_8080_TCP_PROTO", "tcp");

        assertThat(configuration.backend()).isEqualTo(new BackendConfiguration("layout", Map.of()));
    }

    @Test
    void warnsOfASourceThatIsDescribedAndNotListed() throws SettingException {
        try (CapturedLog log = new CapturedLog(KnownSettings.class.getName())) {
            read("REGISTRY_SOURCE_MINE_TYPE", "git", "registry.sources", "bundled");

            assertThat(log.messages(Level.WARNING))
                    .singleElement()
                    .asString()
                    .contains("registry.source_mine_type", "Add the sources to registry.sources");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "70000", "-2", "tcp://10.0.0.1:80"})
    void refusesAPortThatIsNone(String port) {
        assertThatThrownBy(() -> ServerConfiguration.read(FakeSettings.of("registry.http.port", port)))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.http.port");
    }

    @Test
    void readersAreEveryoneUnlessUsersAreRequired() throws Exception {
        assertThat(AccessConfiguration.read(FakeSettings.of()).required()).isFalse();
        assertThat(AccessConfiguration.read(FakeSettings.of("registry.auth", "required"))
                        .required())
                .isTrue();
        assertThatThrownBy(() -> ServerConfiguration.read(FakeSettings.of("registry.auth", "require")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("none or required");
        assertThatThrownBy(() -> ServerConfiguration.read(
                        FakeSettings.of("registry.auth", "required", "mp.jwt.verify.issuer", "https://example.com")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("mp.jwt.verify.audiences");
        assertThatThrownBy(() -> ServerConfiguration.read(FakeSettings.of("registry.auth.login", "oidc")))
                .isInstanceOf(SettingException.class)
                .hasMessageContaining("registry.url");
    }
}
