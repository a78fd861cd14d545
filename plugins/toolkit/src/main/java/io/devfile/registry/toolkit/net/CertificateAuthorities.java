package io.devfile.registry.toolkit.net;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The certificate authorities that are trusted for server certificates, instead of those that Java trusts: a file of
 * certificates in PEM, which is read each time that a context is requested.
 */
public final class CertificateAuthorities {

    /** The setting: the path of the file. */
    public static final String CA = "ca";

    private final String key;
    private final Path file;

    private CertificateAuthorities(String key, Path file) {
        this.key = key;
        this.file = file;
    }

    /**
     * The authorities in the file that the setting {@value #CA} names. The file is not read yet.
     *
     * @throws SettingException if the setting is not a path
     */
    public static Optional<CertificateAuthorities> of(PluginSettings settings) throws SettingException {
        return settings.path(CA).map(file -> new CertificateAuthorities(settings.fullKey(CA), file));
    }

    /**
     * A context for connections to servers whose certificates these authorities issued.
     *
     * @throws SettingException if the file cannot be read or contains no certificate
     */
    public SSLContext context() throws SettingException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates()) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw wrong("the file " + file + " contains something that is not a certificate");
        } catch (IOException e) {
            throw wrong("the file " + file + " cannot be read");
        }
    }

    private Collection<? extends Certificate> certificates()
            throws IOException, GeneralSecurityException, SettingException {
        try (InputStream stream = Files.newInputStream(file)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (certificates.isEmpty()) {
                throw wrong("the file " + file + " contains no certificate");
            }
            return certificates;
        }
    }

    private SettingException wrong(String reason) {
        return new SettingException(key, reason, "Set it to a PEM file with certificates that the server can read.");
    }
}
