package io.devfile.registry.source.archive;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.Secret;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.StackSource;
import io.devfile.registry.spi.source.StackSourceProvider;
import io.devfile.registry.toolkit.file.Subdirectory;
import io.devfile.registry.toolkit.file.TreeLimits;
import io.devfile.registry.toolkit.net.CertificateAuthorities;
import io.devfile.registry.toolkit.net.HttpProxy;
import io.devfile.registry.toolkit.snapshot.SnapshotStore;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Type {@code archive}: a zip, tar, tar.gz or tar.zst.
 *
 * <p>Settings: {@code path} or {@code url} is the location of the archive. {@code sha256} is its digest, if only that
 * archive is accepted. {@code strip} ({@code true}) omits a single directory at the top level; {@code subdir} names the
 * directory that is the root of the tree. {@code max-entries} and {@code max-size} limit the unpacked content. For a
 * url: {@code username} with {@code password}, or {@code token}, each also with {@code -file}; {@code ca};
 * {@code proxy}; {@code timeout}, how long to wait for a response or the next part of it.
 */
public final class ArchiveSourceProvider implements StackSourceProvider {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Override
    public String type() {
        return "archive";
    }

    @Override
    public StackSource create(PluginContext context) throws SettingException {
        PluginSettings settings = context.settings();
        TreeLimits limits = TreeLimits.of(settings);
        ArchiveOrigin origin = origin(context, limits);
        Unpacking unpacking = new Unpacking(limits, settings.flag("strip").orElse(true), Subdirectory.of(settings));
        return new ArchiveSource(
                origin,
                sha256(settings).orElse(null),
                unpacking,
                new SnapshotStore(context.workDirectory().resolve("trees")));
    }

    private static ArchiveOrigin origin(PluginContext context, TreeLimits limits) throws SettingException {
        PluginSettings settings = context.settings();
        Optional<Path> path = settings.path("path");
        Optional<String> url = settings.text("url");
        HttpAccess access = access(settings);
        if (path.isPresent() && url.isPresent()) {
            throw new SettingException(
                    settings.fullKey("url"),
                    "it is set, and so is " + settings.fullKey("path"),
                    "Remove one of the two.");
        }
        if (path.isPresent()) {
            return new PathOrigin(path.get().toAbsolutePath().normalize());
        }
        settings.require("url", "the http or https address of an archive, or set path to a file");
        return new UrlOrigin(
                new ArchiveDownload(address(settings), access, limits.totalBytes()),
                new DownloadedFile(context.workDirectory().resolve("download")),
                context.offline());
    }

    private static HttpAccess access(PluginSettings settings) throws SettingException {
        Optional<String> username = settings.text("username");
        Optional<Secret> password = settings.secret("password");
        Optional<Secret> token = settings.secret("token");
        if (username.isPresent() != password.isPresent()) {
            throw new SettingException(
                    settings.fullKey(username.isPresent() ? "password" : "username"),
                    "it is not set, although " + settings.fullKey(username.isPresent() ? "username" : "password")
                            + " is",
                    "Set both or none.");
        }
        if (token.isPresent() && password.isPresent()) {
            throw new SettingException(
                    settings.fullKey("token"), "a password is also set", "Set either a token or a password.");
        }
        return new HttpAccess(
                username.orElse(null),
                password.or(() -> token).orElse(null),
                CertificateAuthorities.of(settings).orElse(null),
                HttpProxy.of(settings).orElse(null),
                settings.duration("timeout")
                        .filter(timeout -> !timeout.isZero())
                        .orElse(TIMEOUT));
    }

    private static URI address(PluginSettings settings) throws SettingException {
        String key = settings.fullKey("url");
        try {
            URI uri = new URI(settings.text("url").orElseThrow());
            if (uri.getRawUserInfo() != null) {
                throw new SettingException(
                        key, "it contains a user name or password", "Use the settings username and password.");
            }
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // reported below; the value may contain a password, so the message does not show it
        }
        throw new SettingException(
                key, "its value is not an http or https address", "Write https://host/path/archive.tar.gz.");
    }

    private static Optional<String> sha256(PluginSettings settings) throws SettingException {
        Optional<String> text = settings.text("sha256")
                .map(value -> value.toLowerCase(Locale.ROOT).replaceFirst("^sha256:", ""));
        if (text.isPresent() && !text.get().matches("[0-9a-f]{64}")) {
            throw new SettingException(
                    settings.fullKey("sha256"),
                    "its value is not a SHA-256 digest",
                    "Write the 64 hexadecimal digits that sha256sum prints.");
        }
        return text;
    }
}
