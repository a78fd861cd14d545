package io.devfile.registry.oci.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Keys and certificates, created by the JDK's keytool in a separate key store. */
final class KeyTool {

    private static final String PASSWORD = "changeit";

    private final Path directory;
    private final Path store;

    KeyTool(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.store = directory.resolve("keys.p12");
    }

    /** Creates a key with a self-signed certificate. */
    void authority(String alias) throws Exception {
        run("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", "RSA", "-ext", "bc:c");
    }

    /** Creates a key for a server at 127.0.0.1, with a certificate from an authority. */
    void server(String alias, String authority) throws Exception {
        Path request = directory.resolve(alias + ".csr");
        Path signed = directory.resolve(alias + ".signed.pem");
        run("-genkeypair", "-alias", alias, "-dname", "CN=" + alias, "-keyalg", "RSA");
        run("-certreq", "-alias", alias, "-file", request.toString());
        run(
                "-gencert",
                "-rfc",
                "-alias",
                authority,
                "-infile",
                request.toString(),
                "-outfile",
                signed.toString(),
                "-ext",
                "san=ip:127.0.0.1");
        run("-importcert", "-noprompt", "-alias", alias, "-file", signed.toString());
    }

    X509Certificate certificate(String alias) throws Exception {
        return (X509Certificate) load().getCertificate(alias);
    }

    PrivateKey key(String alias) throws Exception {
        return (PrivateKey) load().getKey(alias, PASSWORD.toCharArray());
    }

    Path certificateFile(String alias) throws Exception {
        return write(alias + ".crt", "CERTIFICATE", certificate(alias).getEncoded());
    }

    Path keyFile(String alias) throws Exception {
        return write(alias + ".key", "PRIVATE KEY", key(alias).getEncoded());
    }

    private Path write(String name, String kind, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(
                directory.resolve(name), "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        return keys;
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(command + " prints " + output).isZero();
    }
}
