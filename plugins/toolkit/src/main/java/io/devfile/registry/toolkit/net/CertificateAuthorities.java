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
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate authorities that are trusted for server certificates: a file of certificates in PEM, which is read each
 * time that a context is requested.
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
     * A context for connections to servers whose certificates these authorities issued, and no others.
     *
     * @throws SettingException if the file cannot be read or contains no certificate
     */
    public SSLContext context() throws SettingException {
        return context(List.of());
    }

    /**
     * A context for connections to servers whose certificates these authorities issued, or those that Java trusts.
     *
     * @throws SettingException if the file cannot be read or contains no certificate
     */
    public SSLContext extendedContext() throws SettingException {
        try {
            return context(Stream.of(managers(null))
                    .filter(X509TrustManager.class::isInstance)
                    .map(X509TrustManager.class::cast)
                    .flatMap(manager -> Stream.of(manager.getAcceptedIssuers()))
                    .toList());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime cannot set up TLS", e);
        }
    }

    private SSLContext context(List<X509Certificate> more) throws SettingException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates()) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            for (Certificate certificate : more) {
                store.setCertificateEntry("java-" + number++, certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw wrong("the file " + file + " contains something that is not a certificate");
        } catch (IOException e) {
            throw wrong("the file " + file + " cannot be read");
        }
    }

    /** @param store null for the authorities that Java trusts */
    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
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
