package io.devfile.registry.source.git;

import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.MissingSourceException;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import io.devfile.registry.toolkit.text.SafeText;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.FileSystemException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.jspecify.annotations.Nullable;

/**
 * Converts the failure of a fetch into an exception for the operator.
 *
 * @param attempt continuing the words "Tried to"
 */
record GitFailure(String attempt, GitAccess access) {

    private static final String SEE =
            "Check that the server can be reached from the registry; the next refresh tries again.";
    private static final int SHOWN = 300;

    SourceException of(String reason, String remedy) {
        return new SourceException(attempt, reason, remedy);
    }

    /** @param connections the connections that were used; null if there were none */
    SourceException of(Throwable cause, @Nullable Connections connections) {
        Optional<SettingException> setting = find(cause, SettingException.class);
        if (setting.isEmpty() && connections != null) {
            setting = connections
                    .credentials()
                    .failure()
                    .or(() -> connections.ssh().failure());
        }
        if (setting.isPresent()) {
            return failed(setting.get().reason(), setting.get().remedy(), cause);
        }
        Optional<UnsafeTreeException> unsafe = find(cause, UnsafeTreeException.class);
        if (unsafe.isPresent()) {
            return failed(unsafe.get().getMessage(), unsafe.get().remedy(), cause);
        }
        Optional<UnavailableException> unavailable = find(cause, UnavailableException.class);
        if (unavailable.isPresent()) {
            return missing(unavailable.get().getMessage(), unavailable.get().remedy(), cause);
        }
        if (find(cause, OutOfMemoryError.class).isPresent()) {
            return failed(
                    "it needs more memory than is available", "Set depth, or give the server more memory.", cause);
        }
        if (find(cause, TransportException.class).isEmpty()) {
            Optional<FileSystemException> disk = find(cause, FileSystemException.class);
            return failed(
                    disk.isPresent()
                            ? disk.get().getFile() + ": " + disk.get().getReason()
                            : "access to the files of the source failed: " + shown(cause),
                    "Check that the disk of the data directory is mounted, has free space and can be written.",
                    cause);
        }
        return remote(cause, connections);
    }

    /**
     * Whether the local repository is damaged, so that a new clone may help. JGit reports damage in many ways,
     * including exceptions that result from a wrong offset.
     */
    static boolean isDamage(Exception cause) {
        if (chain(cause)
                .anyMatch(one -> one instanceof MissingObjectException || one instanceof CorruptObjectException)) {
            return true;
        }
        boolean explained = chain(cause)
                .anyMatch(one -> one instanceof TransportException
                        || one instanceof UnsafeTreeException
                        || one instanceof UnavailableException
                        || one instanceof FileSystemException
                        || one instanceof ClosedChannelException
                        || one instanceof InterruptedIOException
                        || one instanceof IllegalStateException);
        return !explained;
    }

    /** Whether the server could not be reached, so that a different request does not help. */
    static boolean isUnreachable(Throwable cause) {
        return cause instanceof NoRemoteRepositoryException
                || cause instanceof GitHttpConnection.NotGitException
                || chain(cause)
                        .anyMatch(one -> one instanceof ConnectException
                                || one instanceof UnknownHostException
                                || one instanceof InterruptedIOException
                                || one instanceof SSLException);
    }

    private SourceException remote(Throwable cause, @Nullable Connections connections) {
        String text = shown(cause);
        if (connections != null && connections.ssh().hostWasRefused()) {
            return failed(
                    "the host's key is not in known-hosts",
                    "Find out whether it is the right host; if it is, add its key to the file in known-hosts.",
                    cause);
        }
        if (asksForCredentials(text, connections)) {
            return access.secret() != null || access.sshKey() != null
                    ? failed(
                            "the server refuses the credentials",
                            "Set them to those of a user with read permission for the repository.",
                            cause)
                    : missing(
                            "the server asks for credentials, and none are set",
                            "Set username and password, or token, to those of a user with read permission for the repository.",
                            cause);
        }
        if (find(cause, GitHttpConnection.NotGitException.class).isPresent()) {
            return failed(
                    find(cause, GitHttpConnection.NotGitException.class).get().getMessage(),
                    "Set url to the address that git clone accepts.",
                    cause);
        }
        if (find(cause, NoRemoteRepositoryException.class).isPresent()) {
            return missing(
                    "the repository does not exist, or these credentials have no permission to read it",
                    "Set url to the address that git clone accepts, and set credentials if they are needed.",
                    cause);
        }
        return connection(cause, text);
    }

    private SourceException connection(Throwable cause, String text) {
        if (find(cause, SSLException.class).isPresent()) {
            return failed(
                    "no trusted connection could be established: "
                            + find(cause, SSLException.class).get().getMessage(),
                    "Check that the certificate is valid, and that ca is a file with the authority that issued it.",
                    cause);
        }
        boolean silent = chain(cause)
                .anyMatch(one -> one instanceof SocketTimeoutException || one instanceof InterruptedIOException);
        if (silent || text.toLowerCase(Locale.ROOT).contains("timed out")) {
            return failed(
                    "the server has been silent for " + access.timeoutSeconds() + " s",
                    "Check that it responds, or increase timeout.",
                    cause);
        }
        boolean unknown = chain(cause)
                .anyMatch(one -> one instanceof UnknownHostException || one instanceof UnresolvedAddressException);
        if (unknown || text.contains("unknown host")) {
            return failed("the server's host name cannot be resolved", SEE, cause);
        }
        boolean refused =
                chain(cause).anyMatch(one -> one instanceof ConnectException || one instanceof NoRouteToHostException);
        return failed(refused ? "the server does not accept connections" : "the fetch failed: " + text, SEE, cause);
    }

    private static boolean asksForCredentials(String text, @Nullable Connections connections) {
        return connections != null && connections.credentials().wasAsked() && text.contains("uth")
                || text.contains("not authorized")
                || text.contains("No more authentication methods")
                || text.contains("Cannot log in")
                || text.contains("not permitted");
    }

    private SourceException failed(String reason, String remedy, Throwable cause) {
        return new SourceException(attempt, reason, remedy, cause);
    }

    private SourceException missing(String reason, String remedy, Throwable cause) {
        return new MissingSourceException(attempt, reason, remedy, cause);
    }

    private static <T> Optional<T> find(Throwable cause, Class<T> type) {
        return chain(cause).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable cause) {
        return Stream.iterate(cause, one -> one != null, Throwable::getCause).limit(20);
    }

    /** The text from the server is not trusted. */
    private static String shown(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return SafeText.of(message.strip(), SHOWN);
    }
}
