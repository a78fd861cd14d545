package io.devfile.registry.source.git;

import io.devfile.registry.spi.config.SettingException;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jgit.errors.UnsupportedCredentialItem;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.SshConstants;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * Answers credential requests: only with the configured credentials, and only for the configured server. It never
 * prompts.
 */
final class GitCredentials extends CredentialsProvider {

    private final GitAddress address;
    private final GitAccess access;
    private volatile boolean asked;
    private volatile @Nullable SettingException failure;

    GitCredentials(GitAddress address, GitAccess access) {
        this.address = address;
        this.access = access;
    }

    /** Whether a server requested credentials. */
    boolean wasAsked() {
        return asked;
    }

    /** Why the secret could not be read. */
    Optional<SettingException> failure() {
        return Optional.ofNullable(failure);
    }

    /** There is no prompt, but without this JGit does not try a password for ssh. */
    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public boolean supports(CredentialItem... items) {
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) throws UnsupportedCredentialItem {
        boolean questions = false;
        for (CredentialItem item : items) {
            questions |= !(item instanceof CredentialItem.InformationalMessage);
        }
        if (!questions) {
            return true;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.YesNoType) {
                return false;
            }
        }
        asked = true;
        if (access.secret() == null || !isConfiguredServer(uri)) {
            return false;
        }
        try {
            String secret = access.secret().read();
            for (CredentialItem item : items) {
                if (item instanceof CredentialItem.Username username) {
                    username.setValue(access.username() != null ? access.username() : "");
                } else if (item instanceof CredentialItem.CharArrayType password) {
                    password.setValue(secret.toCharArray());
                } else if (item instanceof CredentialItem.StringType password && password.isValueSecure()) {
                    password.setValue(secret);
                } else {
                    return false;
                }
            }
            return true;
        } catch (SettingException e) {
            failure = e;
            return false;
        }
    }

    private boolean isConfiguredServer(URIish uri) {
        URIish configured = address.uri();
        if (address.protocol() == GitAddress.Protocol.SSH) {
            return Objects.equals(configured.getHost(), uri.getHost()) && sshPort(configured) == sshPort(uri);
        }
        return Objects.equals(configured.getHost(), uri.getHost())
                && configured.getPort() == uri.getPort()
                && Objects.equals(configured.getScheme(), uri.getScheme());
    }

    private static int sshPort(URIish uri) {
        return uri.getPort() > 0 ? uri.getPort() : SshConstants.SSH_DEFAULT_PORT;
    }
}
