package io.devfile.registry.source.git;

import static io.devfile.registry.source.git.GitFixture.assertFails;
import static io.devfile.registry.source.git.GitFixture.fetchAndRead;
import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.spi.source.StackSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(90)
class SshTest {

    private static final String STACK = "stacks/go/devfile.yaml";
    private static final String PASSPHRASE = "open sesame";

    @TempDir
    private Path scratch;

    private GitFixture fixture;
    private GitOrigin origin;
    private SshGitServer server;
    private Path key;
    private Path knownHosts;

    @BeforeEach
    void start() throws Exception {
        fixture = new GitFixture(scratch);
        origin = GitOrigin.create(scratch.resolve("origin"));
        origin.write(STACK, "a: 1\n");
        KeyPair user = keyPair("EC", 256);
        server = new SshGitServer(user, "sesame");
        key = SshGitServer.write(user, scratch.resolve("key"), "");
        knownHosts = Files.writeString(scratch.resolve("known_hosts"), server.knownHost());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void aKeyOpensTheRepository() throws Exception {
        try (StackSource source = withKey()) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
            origin.write(STACK, "a: 2\n");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 2\n");
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 2\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"EC, 384", "RSA, 3072", "Ed25519, 255"})
    void keysOfAllKindsWithAPassphraseWork(String algorithm, int size) throws Exception {
        server.close();
        KeyPair user = keyPair(algorithm, size);
        server = new SshGitServer(user, "sesame");
        Files.writeString(knownHosts, server.knownHost());
        SshGitServer.write(user, key, PASSPHRASE);
        Path passphrase = Files.writeString(scratch.resolve("passphrase"), PASSPHRASE + "\n");
        try (StackSource source = withKey("ssh-key-passphrase-file", passphrase.toString())) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
        try (StackSource source = withKey("ssh-key-passphrase", "wrong")) {
            assertFails(source).withMessageNotContaining("wrong");
        }
        try (StackSource source = withKey()) {
            assertFails(source);
        }
    }

    @Test
    void aPasswordOpensTheRepository() throws Exception {
        try (StackSource source = source("password", "sesame")) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
        }
        try (StackSource source = source("password", "wr0ng")) {
            assertFails(source).withMessageContaining("refuses the credentials").withMessageNotContaining("wr0ng");
        }
    }

    @Test
    void anotherKeyIsRefused() throws Exception {
        SshGitServer.write(keyPair("EC", 256), key, "");
        try (StackSource source = withKey()) {
            assertFails(source).withMessageContaining("refuses the credentials");
        }
    }

    @Test
    void aHostThatIsNotKnownIsRefusedAndStaysUnknown() throws Exception {
        Files.writeString(knownHosts, "");
        try (StackSource source = withKey()) {
            assertFails(source).withMessageContaining("known-hosts");
        }
        assertThat(knownHosts).isEmptyFile();
    }

    @Test
    void aHostWithAnotherKeyIsRefused() throws Exception {
        String other = server.knownHost(keyPair("EC", 256));
        Files.writeString(knownHosts, other);
        try (StackSource source = withKey()) {
            assertFails(source).withMessageContaining("known-hosts");
        }
        assertThat(knownHosts).hasContent(other);
    }

    @Test
    void aFileOfHostsThatIsNotThereKnowsNobody() throws Exception {
        Files.delete(knownHosts);
        try (StackSource source = withKey()) {
            assertFails(source).withMessageContaining("known-hosts");
        }
        assertThat(knownHosts).doesNotExist();
    }

    @Test
    void aRepositoryThatIsNotThereIsAnError() throws Exception {
        try (StackSource source =
                fixture.source(url() + "-none", "ssh-key", key.toString(), "known-hosts", knownHosts.toString())) {
            assertFails(source);
        }
    }

    @Test
    void aHostThatHangsIsNotWaitedForLong() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                StackSource source = fixture.source(
                        "ssh://git@127.0.0.1:" + silent.getLocalPort() + "/x",
                        "ssh-key",
                        key.toString(),
                        "known-hosts",
                        knownHosts.toString(),
                        "timeout",
                        "PT1S")) {
            assertFails(source).withMessageContaining("silent for 1 s");
        }
    }

    @Test
    void aProxyTunnelsToTheHost() throws Exception {
        try (ConnectProxy proxy = new ConnectProxy();
                StackSource source = withKey("proxy", "http://localhost:" + proxy.port())) {
            assertThat(fetchAndRead(source, STACK)).isEqualTo("a: 1\n");
            assertThat(proxy.targets()).contains("127.0.0.1:" + server.port());
        }
    }

    private StackSource withKey(String... more) throws Exception {
        List<String> settings = new ArrayList<>(List.of("ssh-key", key.toString()));
        settings.addAll(List.of(more));
        return source(settings.toArray(String[]::new));
    }

    private StackSource source(String... more) throws Exception {
        List<String> settings = new ArrayList<>(List.of("known-hosts", knownHosts.toString()));
        settings.addAll(List.of(more));
        return fixture.source(url(), settings.toArray(String[]::new));
    }

    private String url() {
        return "ssh://git@127.0.0.1:" + server.port() + origin.directory();
    }

    private static KeyPair keyPair(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = SecurityUtils.getKeyPairGenerator(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }
}
