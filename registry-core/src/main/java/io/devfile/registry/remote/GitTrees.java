package io.devfile.registry.remote;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StorageException;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.content.TooLargeException;
import io.devfile.registry.fetch.FetchException;
import io.devfile.registry.fetch.FetchGuard;
import io.devfile.registry.fetch.Validators;
import io.devfile.registry.plugin.ConfiguredSource;
import io.devfile.registry.plugin.PluginLoadException;
import io.devfile.registry.settings.GitCredentials;
import io.devfile.registry.settings.SourceConfiguration;
import io.devfile.registry.spi.PluginException;
import io.devfile.registry.spi.config.AddressPolicy;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.MissingSourceException;
import io.devfile.registry.spi.source.Snapshot;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches trees of commits, with the plugin of type {@value #TYPE}. The plugin gets the guard as its address
 * policy, the operator's credentials for exactly the server of the address, and only http and https addresses: connections
 * of other protocols are not checked, or need a key.
 */
final class GitTrees {

    private static final System.Logger LOG = System.getLogger(GitTrees.class.getName());

    /** The type of the plugin. */
    static final String TYPE = "git";

    private static final String PUBLIC = "Use the repository's https address.";

    /** {@code user@host:path}, which is an ssh address. */
    private static final Pattern LIKE_SCP = Pattern.compile("[\\w.-]+@[\\w.-]+:[^:]*");

    private final Sources sources;
    private final FetchGuard guard;
    private final GitCredentials credentials;
    private final CloneDirectories clones;
    private final ContentStore store;
    private final Duration timeLimit;
    private final Clock clock;

    /** Creates a source in a directory of its own. */
    @FunctionalInterface
    interface Sources {
        ConfiguredSource open(SourceConfiguration configuration, Path directory, AddressPolicy addresses)
                throws PluginException;
    }

    GitTrees(
            Sources sources,
            FetchGuard guard,
            GitCredentials credentials,
            CloneDirectories clones,
            ContentStore store,
            Duration timeLimit,
            Clock clock) {
        this.sources = sources;
        this.guard = guard;
        this.credentials = credentials;
        this.clones = clones;
        this.store = store;
        this.timeLimit = timeLimit;
        this.clock = clock;
    }

    /** As {@link TreeFetch#fetch}. */
    RemoteTree fetch(TreeAddress.Git address, @Nullable RemoteTree before)
            throws RemoteException, InterruptedException {
        check(address);
        SourceConfiguration settings = new SourceConfiguration("remote", TYPE, null, settings(address));
        try (CloneDirectories.Lease clone = clones.lease(address.key());
                ConfiguredSource source = sources.open(settings, clone.directory(), guard);
                Snapshot snapshot = source.fetch()) {
            String commit = snapshot.revision();
            return before != null && before.id().equals(commit)
                    ? before.confirmed(clock.instant())
                    : pack(address, snapshot);
        } catch (PluginException e) {
            throw failure(address, e);
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    private RemoteTree pack(TreeAddress.Git address, Snapshot snapshot) throws IOException, RemoteException {
        try {
            StoredFile zip = TreeZip.pack(snapshot.root(), store, RemoteLimits.ZIP_BYTES);
            return new RemoteTree(
                    snapshot.revision(),
                    zip,
                    snapshot.lastModified(Path.of("")).orElse(null),
                    Validators.NONE,
                    clock.instant());
        } catch (TooLargeException e) {
            throw RemoteException.of(
                    RemoteException.Kind.FAILED,
                    address,
                    "its zip is larger than " + e.limit() + " bytes",
                    "Name a smaller directory of the repository.",
                    e);
        }
    }

    private Map<String, String> settings(TreeAddress.Git address) throws RemoteException {
        Map<String, String> settings = new TreeMap<>();
        settings.put("url", address.url());
        settings.put("depth", "1");
        guard.proxy().ifPresent(proxy -> settings.put("proxy", proxy.toString()));
        login(address).ifPresent(login -> {
            settings.put("username", login.username());
            settings.put("password", login.password());
        });
        settings.put("timeout", timeLimit.toString());
        settings.put("max-size", Long.toString(RemoteLimits.TREE_BYTES));
        settings.put("max-entries", Long.toString(RemoteLimits.TREE_ENTRIES));
        if (!address.revision().isEmpty()) {
            settings.put("ref", address.revision());
        }
        if (!address.subDir().isEmpty()) {
            settings.put("subdir", address.subDir());
        }
        return settings;
    }

    private Optional<GitCredentials.Login> login(TreeAddress.Git address) throws RemoteException {
        try {
            return credentials.of(URI.create(address.url()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (SettingException e) {
            LOG.log(Level.WARNING, e.getMessage());
            throw RemoteException.of(
                    RemoteException.Kind.FAILED,
                    address,
                    "the registry cannot read its credentials",
                    "Ask the operator to look at the log.",
                    e);
        }
    }

    private void check(TreeAddress.Git address) throws RemoteException {
        String url = address.url();
        if (url.startsWith("git:")) {
            throw refused(
                    address,
                    "the registry does not fetch from git:// addresses, because it cannot check their connections");
        }
        if (url.startsWith("ssh:") || LIKE_SCP.matcher(url).matches()) {
            throw refused(
                    address, "ssh addresses need a key, and the registry uses no key for addresses that content names");
        }
        try {
            guard.check(url);
        } catch (FetchException e) {
            throw RemoteException.of(e, address);
        }
    }

    private static RemoteException refused(TreeAddress address, String reason) {
        return RemoteException.of(RemoteException.Kind.REFUSED, address, reason, PUBLIC);
    }

    private RemoteException failure(TreeAddress.Git address, PluginException e) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (e instanceof PluginLoadException) {
            return RemoteException.of(
                    RemoteException.Kind.FAILED,
                    address,
                    "there is no plugin of type " + TYPE + ", or it does not work",
                    "Ask the operator to put the plugin into the plugins directory.",
                    e);
        }
        // an invalid revision or directory counts as not found, like a missing one
        RemoteException.Kind kind = e instanceof MissingSourceException || e instanceof SettingException
                ? RemoteException.Kind.NOT_FOUND
                : RemoteException.Kind.FAILED;
        return RemoteException.of(
                kind,
                address,
                clones.withoutPaths(e.reason()),
                "Check that its repository, revision and subDir are correct and publicly readable.",
                e);
    }
}
