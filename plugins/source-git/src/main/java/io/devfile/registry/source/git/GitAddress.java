package io.devfile.registry.source.git;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.transport.URIish;

/**
 * The address of a repository.
 *
 * @param uri as JGit represents it, without a password
 */
record GitAddress(URIish uri, Protocol protocol) {

    /** The protocol for the repository. */
    enum Protocol {
        HTTP,
        SSH,
        GIT,
        FILE
    }

    private static final Map<String, Protocol> SCHEMES = Map.of(
            "https", Protocol.HTTP,
            "http", Protocol.HTTP,
            "ssh", Protocol.SSH,
            "git", Protocol.GIT,
            "file", Protocol.FILE);

    private static final String FORMS =
            "Write https://host/path, ssh://user@host/path, user@host:path, git://host/path or file:///path.";

    /** @throws SettingException if the setting url is missing or does not have a known form */
    static GitAddress of(PluginSettings settings) throws SettingException {
        String text = settings.require("url", "the address of a Git repository");
        String key = settings.fullKey("url");
        URIish uri;
        try {
            uri = new URIish(text);
        } catch (URISyntaxException e) {
            throw new SettingException(key, "its value is not the address of a Git repository", FORMS);
        }
        Optional<String> scheme = Optional.ofNullable(uri.getScheme()).map(name -> name.toLowerCase(Locale.ROOT));
        boolean likeScp = scheme.isEmpty() && uri.getHost() != null && !text.startsWith("/");
        Optional<Protocol> protocol = likeScp ? Optional.of(Protocol.SSH) : scheme.map(SCHEMES::get);
        if (protocol.isEmpty()) {
            throw new SettingException(key, "its value is not the address of a Git repository", FORMS);
        }
        check(key, uri, protocol.get());
        return new GitAddress(uri, protocol.get());
    }

    /** For display. */
    String text() {
        return uri.toString();
    }

    private static void check(String key, URIish uri, Protocol protocol) throws SettingException {
        boolean userBelongs = protocol == Protocol.SSH;
        if (uri.getPass() != null || (uri.getUser() != null && !userBelongs)) {
            throw new SettingException(
                    key, "it contains a user name or password", "Use the settings username and password, or token.");
        }
        boolean local = protocol == Protocol.FILE;
        if (local == (uri.getHost() != null && !uri.getHost().isEmpty())) {
            throw new SettingException(key, local ? "it contains a host" : "it contains no host", FORMS);
        }
        if (uri.getPath() == null
                || Set.of("", "/").contains(uri.getPath())
                || uri.getPath().startsWith("-")) {
            throw new SettingException(key, "it contains no repository path", FORMS);
        }
    }
}
