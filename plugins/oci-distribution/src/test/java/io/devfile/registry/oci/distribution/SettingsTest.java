package io.devfile.registry.oci.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.oci.distribution.auth.Credentials;
import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings are accepted, or rejected with a remedy and without secrets in the message. */
class SettingsTest {

    private static final String URL = "https://registry.example";
    private static final String SECRET = "s3cret";

    @TempDir
    private Path directory;

    @Test
    void anAddressIsEnough() throws Exception {
        DistributionSettings settings = read("url", URL);

        assertThat(settings.registry()).hasToString(URL);
        assertThat(settings.registry().api("x").address()).isEqualTo(URI.create(URL + "/v2/x"));
        assertThat(settings.credentials()).isEqualTo(new Credentials.Anonymous());
        assertThat(settings.tls()).isNull();
        assertThat(settings.proxy()).isNull();
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.concurrency()).isEqualTo(4);
    }

    @Test
    void thePathOfTheAddressStandsBeforeEveryRepository() throws Exception {
        RemoteRegistry registry = read("url", URL + "/team/sub/").registry();
        RepositoryName name = new RepositoryName("devfile-catalog/go");

        assertThat(registry).hasToString(URL + "/team/sub");
        assertThat(registry.repository(name).orElseThrow().api("tags/list").address())
                .hasToString(URL + "/v2/team/sub/devfile-catalog/go/tags/list");
        assertThat(registry.localName("team/sub/devfile-catalog/go")).contains(name);
        assertThat(registry.localName("team/subway/a")).isEmpty();
        assertThat(registry.localName("team/sub")).isEmpty();
        assertThat(registry.localName("team/sub/Not A Name")).isEmpty();
    }

    @Test
    void aRepositoryWithTooLongANameIsNotThereAndCannotBe() throws Exception {
        RepositoryName name = new RepositoryName("a".repeat(RepositoryName.MAX_LENGTH));
        Digest digest = Digest.of(new byte[0]);
        try (OciBackend backend = Backends.at("http://127.0.0.1:1/team")) {
            assertThat(backend.resolve(name, digest)).isEmpty();
            assertThat(backend.manifest(name, digest)).isEmpty();
            assertThat(backend.blob(name, digest)).isEmpty();
            assertThat(backend.tags(name)).isEmpty();
            assertThat(backend.referrers(name, digest)).isEmpty();
            backend.deleteManifest(name, digest);
            assertThatExceptionOfType(OciBackendException.class)
                    .isThrownBy(() -> backend.putBlob(name, digest, 0, java.io.InputStream::nullInputStream))
                    .withMessageContaining("more than 255 characters in total");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registry.example|not an http or https address",
                "ftp://registry.example|not an http or https address",
                "https://|not a valid address",
                "https:///team|not an http or https address",
                "https://my_host/|not an http or https address",
                "https://registry.example/a b|not a valid address",
                "https://registry.example/?a=b|contains ? or #",
                "https://registry.example/#a|contains ? or #",
                "https://registry.example/v2/|begins with v2",
                "https://registry.example/Team|not a valid beginning of a repository name",
                "https://registry.example/a//b|not a valid beginning of a repository name",
                "https://me:s3cret@registry.example|contains a user name",
                "https://s3cret@registry.example/team|contains a user name",
                "https://me:s3cret@my_host/|contains a user name"
            })
    void anotherAddressIsRefused(String url, String reason) {
        assertRefused("url", reason, "url", url);
    }

    @Test
    void anAddressIsNeeded() {
        assertRefused("url", "not set");
    }

    @Test
    void credentialsComeInPairsAndOneWay() {
        assertRefused("password", "a user name is", "url", URL, "username", "me");
        assertRefused("username", "a password is", "url", URL, "password", SECRET);
        assertRefused(
                "token", "user name or password", "url", URL, "username", "me", "password", SECRET, "token", SECRET);
        assertRefused(
                "password", "so is registry.oci.password-file", "url", URL, "password", SECRET, "password-file", "x");
        assertRefused("token", "so is registry.oci.token-file", "url", URL, "token", SECRET, "token-file", "x");
        assertRefused("username", "colon", "url", URL, "username", "a:b", "password", SECRET);
    }

    @Test
    void secretsInFilesHaveToBeThere() throws Exception {
        Path missing = directory.resolve("missing");
        Path empty = Files.writeString(directory.resolve("empty"), "\n");
        assertRefused(
                "password-file", "cannot be read", "url", URL, "username", "me", "password-file", missing.toString());
        assertRefused("token-file", "is empty", "url", URL, "token-file", empty.toString());

        Path file = Files.writeString(directory.resolve("secret"), SECRET + "\n");
        Credentials credentials = read("url", URL, "username", "me", "PASSWORD_FILE", file.toString())
                .credentials();

        assertThat(((Credentials.Login) credentials).password().read()).isEqualTo(SECRET);
        assertThat(credentials.toString()).doesNotContain(SECRET);
    }

    @Test
    void credentialsAreNotReadAloud() throws Exception {
        assertThat(read("url", URL, "username", "me", "password", SECRET).toString())
                .doesNotContain(SECRET);
        assertThat(read("url", URL, "token", SECRET).toString()).doesNotContain(SECRET);
    }

    @Test
    void credentialsGoOverPlainHttpOnlyToThisMachineOrWhereItIsMeant() throws Exception {
        String plain = "http://registry.example";
        assertRefused("url", "credentials could be read", "url", plain, "username", "me", "password", SECRET);
        assertRefused("url", "credentials could be read", "url", plain, "token", SECRET);

        assertThat(read("url", plain, "token", SECRET, "plain-http-credentials", "true")
                        .credentials())
                .isInstanceOf(Credentials.ReadyToken.class);
        assertThat(read("url", "http://localhost:5000", "token", SECRET).credentials())
                .isInstanceOf(Credentials.ReadyToken.class);
        assertThat(read("url", plain).credentials()).isEqualTo(new Credentials.Anonymous());
    }

    @Test
    void authoritiesHaveToBeCertificates() throws Exception {
        Path text = Files.writeString(directory.resolve("ca.pem"), "none");
        assertRefused(
                "ca",
                "cannot be read",
                "url",
                URL,
                "ca",
                directory.resolve("missing").toString());
        assertRefused("ca", "contains something that is not a certificate", "url", URL, "ca", text.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "https://proxy.example:3128",
                "http://proxy.example",
                "http://me:s3cret@p.example:1",
                "http://a b:1"
            })
    void aProxyIsReachedByPlainHttp(String proxy) {
        assertRefused("proxy", "address", "url", URL, "proxy", proxy);
    }

    @Test
    void aProxyIsUsedForEverything() throws Exception {
        assertThat(read("url", URL, "proxy", "http://proxy.example:3128").proxy())
                .hasToString("http://proxy.example:3128");
    }

    @ParameterizedTest
    @CsvSource({"timeout,PT0S", "timeout,PT2H", "timeout,30", "concurrency,0", "concurrency,65", "concurrency,many"})
    void limitsHaveLimits(String key, String value) {
        assertRefused(key, "", "url", URL, key, value);
    }

    @Test
    void aRegistryIsNotUsedOffline() {
        PluginSettings settings = new PluginSettings(Backends.PREFIX, Map.of("url", URL));

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() ->
                        new DistributionBackendProvider().create(new PluginContext("oci", settings, directory, true)))
                .withMessageContaining("offline");
    }

    @Test
    void whatNobodyKnowsIsLeftForTheHostToRefuse() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> Backends.at(URL, "insecure", "true"))
                .withMessageContaining("registry.oci.insecure")
                .withMessageContaining(
                        "ca, concurrency, password, password-file, plain-http-credentials, proxy, timeout, token, token-file, url, username");
    }

    private static DistributionSettings read(String... pairs) throws SettingException {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return DistributionSettings.read(new PluginSettings(Backends.PREFIX, values));
    }

    private static void assertRefused(String key, String reason, String... pairs) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> read(pairs))
                .withMessageStartingWith("Tried to read the setting registry.oci." + key + ", but ")
                .withMessageContaining(reason)
                .withMessageNotContaining(SECRET);
    }
}
