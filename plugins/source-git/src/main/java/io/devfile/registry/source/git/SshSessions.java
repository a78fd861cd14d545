package io.devfile.registry.source.git;

import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.toolkit.net.HttpProxy;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshConfigStore;
import org.eclipse.jgit.transport.SshConstants;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.KeyPasswordProvider;
import org.eclipse.jgit.transport.sshd.ProxyData;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;
import org.jspecify.annotations.Nullable;

/** Sessions over ssh with the configured key and known hosts: no agent, no {@code ~/.ssh}, and no unknown hosts. */
final class SshSessions extends SshdSessionFactory {

    private final GitAccess access;
    private volatile boolean hostRefused;
    private volatile @Nullable SettingException failure;

    /** @param home a directory that replaces the home directory of the user; it need not exist */
    SshSessions(GitAccess access, Path home) {
        super(null, target -> proxy(access));
        this.access = access;
        setHomeDirectory(home.toFile());
        setSshDirectory(home.resolve("ssh").toFile());
    }

    /** Whether the host's key is not one of the known keys. */
    boolean hostWasRefused() {
        return hostRefused;
    }

    /** Why the passphrase could not be read. */
    Optional<SettingException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    protected @Nullable File getSshConfig(File sshDirectory) {
        return null;
    }

    @Override
    protected SshConfigStore createSshConfigStore(File home, @Nullable File file, String user) {
        return new Strict();
    }

    @Override
    protected List<Path> getDefaultKnownHostsFiles(File sshDirectory) {
        return Stream.ofNullable(access.knownHosts()).map(Path::toAbsolutePath).toList();
    }

    @Override
    protected List<Path> getDefaultIdentities(File sshDirectory) {
        return Stream.ofNullable(access.sshKey()).map(Path::toAbsolutePath).toList();
    }

    @Override
    protected String getDefaultPreferredAuthentications() {
        List<String> ways = new ArrayList<>();
        if (access.sshKey() != null) {
            ways.add("publickey");
        }
        if (access.secret() != null) {
            ways.addAll(List.of("password", "keyboard-interactive"));
        }
        return String.join(",", ways);
    }

    @Override
    protected @Nullable ConnectorFactory getConnectorFactory() {
        return null;
    }

    @Override
    protected ServerKeyDatabase createServerKeyDatabase(File home, File sshDirectory) {
        ServerKeyDatabase known = super.createServerKeyDatabase(home, sshDirectory);
        return new ServerKeyDatabase() {
            @Override
            public List<PublicKey> lookup(String address, InetSocketAddress remote, Configuration configuration) {
                return known.lookup(address, remote, configuration);
            }

            @Override
            public boolean accept(
                    String address,
                    InetSocketAddress remote,
                    PublicKey key,
                    Configuration configuration,
                    @Nullable CredentialsProvider provider) {
                boolean accepted = known.accept(address, remote, key, configuration, provider);
                hostRefused |= !accepted;
                return accepted;
            }
        };
    }

    @Override
    protected KeyPasswordProvider createKeyPasswordProvider(@Nullable CredentialsProvider provider) {
        return new KeyPasswordProvider() {
            @Override
            public char @Nullable [] getPassphrase(URIish uri, int attempt) throws IOException {
                Secret passphrase = access.sshKeyPassphrase();
                if (passphrase == null) {
                    return null;
                }
                try {
                    return passphrase.read().toCharArray();
                } catch (SettingException e) {
                    failure = e;
                    throw new IOException(e.getMessage(), e);
                }
            }

            @Override
            public void setAttempts(int attempts) {
                // one attempt is enough, because the passphrase does not change between attempts
            }

            @Override
            public boolean keyLoaded(URIish uri, int attempt, @Nullable Exception error) {
                return false;
            }
        };
    }

    private static @Nullable ProxyData proxy(GitAccess access) {
        HttpProxy proxy = access.proxy();
        return proxy != null ? new ProxyData(new Proxy(Proxy.Type.HTTP, proxy.address())) : null;
    }

    /** The ssh configuration: host keys are always checked, and nothing else is set. */
    private static final class Strict implements SshConfigStore, SshConfigStore.HostConfig {

        private static final Map<String, String> OPTIONS =
                Map.of(SshConstants.STRICT_HOST_KEY_CHECKING, SshConstants.YES);

        @Override
        public HostConfig lookup(String host, int port, String user) {
            return this;
        }

        @Override
        public HostConfig lookupDefault(String host, int port, String user) {
            return this;
        }

        @Override
        public @Nullable String getValue(String key) {
            return OPTIONS.get(key);
        }

        @Override
        public List<String> getValues(String key) {
            return List.of();
        }

        @Override
        public Map<String, String> getOptions() {
            return OPTIONS;
        }

        @Override
        public Map<String, List<String>> getMultiValuedOptions() {
            return Map.of();
        }
    }
}
