package io.devfile.registry.spi.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {

    @TempDir
    private Path directory;

    @Test
    void aValueIsTheSecret() throws Exception {
        assertThat(secret(Map.of("password", " sesame ")).read()).isEqualTo("sesame");
    }

    @Test
    void aFileIsReadEachTime() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "sesame\n");
        Secret secret = secret(Map.of("password-file", file.toString()));
        assertThat(secret.read()).isEqualTo("sesame");
        Files.writeString(file, "renewed\n");
        assertThat(secret.read()).isEqualTo("renewed");
    }

    @Test
    void anEnvironmentVariableNamesTheFile() throws Exception {
        Path file = Files.writeString(directory.resolve("password"), "sesame");
        assertThat(secret(Map.of("PASSWORD_FILE", file.toString())).read()).isEqualTo("sesame");
    }

    @Test
    void neitherIsNoSecret() throws Exception {
        PluginSettings settings = new PluginSettings("registry.oci.", Map.of());
        assertThat(settings.secret("password")).isEmpty();
    }

    @Test
    void bothAreRejectedWithoutTellingTheSecret() {
        PluginSettings settings =
                new PluginSettings("registry.oci.", Map.of("password", "sesame", "password-file", "/run/password"));
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> settings.secret("password"))
                .withMessageContaining("registry.oci.password, ")
                .withMessageContaining("registry.oci.password-file")
                .withMessageNotContaining("sesame");
    }

    @Test
    void bothKeysCountAsAskedFor() throws Exception {
        PluginSettings settings = new PluginSettings("registry.oci.", Map.of("password-file", "/run/password"));
        settings.secret("password");
        settings.rejectUnread();
    }

    @Test
    void theFileIsNotReadUntilItIsNeeded() throws Exception {
        Secret secret =
                secret(Map.of("password-file", directory.resolve("no-such").toString()));
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(secret::read)
                .withMessageContaining("registry.oci.password-file")
                .withMessageContaining("cannot be read");
    }

    @Test
    void anEmptyFileIsAnError() throws Exception {
        assertUnreadable(Files.writeString(directory.resolve("empty"), " \n"), "is empty");
    }

    @Test
    void aFileThatIsNoTextIsAnError() throws Exception {
        assertUnreadable(Files.write(directory.resolve("key"), new byte[] {(byte) 0xff, 1}), "not UTF-8");
    }

    @Test
    void aLargeFileIsAnError() throws Exception {
        assertUnreadable(Files.write(directory.resolve("large"), new byte[64 * 1024 + 1]), "larger than");
    }

    @Test
    void whatItPrintsIsItsKey() throws Exception {
        assertThat(secret(Map.of("password", "sesame"))).hasToString("Secret[registry.oci.password]");
    }

    private static void assertUnreadable(Path file, String reason) throws Exception {
        Secret secret = secret(Map.of("password-file", file.toString()));
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(secret::read)
                .withMessageContaining(reason);
    }

    private static Secret secret(Map<String, String> values) throws Exception {
        return new PluginSettings("registry.oci.", values).secret("password").orElseThrow();
    }
}
