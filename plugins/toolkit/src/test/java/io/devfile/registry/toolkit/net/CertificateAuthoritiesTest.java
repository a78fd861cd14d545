package io.devfile.registry.toolkit.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The use of a context is tested with servers, in the modules that use it. */
class CertificateAuthoritiesTest {

    @TempDir
    private Path directory;

    @Test
    void thereMayBeNone() throws Exception {
        assertThat(CertificateAuthorities.of(new PluginSettings("registry.oci.", Map.of())))
                .isEmpty();
    }

    @Test
    void theFileIsReadWhenItIsNeeded() throws Exception {
        CertificateAuthorities missing = authorities(directory.resolve("no-such"));
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(missing::context)
                .withMessageContaining("registry.oci.ca")
                .withMessageContaining("cannot be read");
    }

    @Test
    void anEmptyFileIsAnError() throws Exception {
        CertificateAuthorities empty = authorities(Files.writeString(directory.resolve("empty"), ""));
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(empty::context)
                .withMessageContaining("contains no certificate");
    }

    @Test
    void somethingElseIsAnError() throws Exception {
        CertificateAuthorities other = authorities(Files.writeString(
                directory.resolve("other"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"));
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(other::context)
                .withMessageContaining("not a certificate");
    }

    private static CertificateAuthorities authorities(Path file) throws SettingException {
        return CertificateAuthorities.of(new PluginSettings("registry.oci.", Map.of("ca", file.toString())))
                .orElseThrow();
    }
}
