package io.devfile.registry.settings;

import io.devfile.registry.spi.config.SettingException;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The credentials for Git servers that content names: a file with one line {@code https://user:password@host[:port]} for
 * each server. It is read at each use, so that it can be changed while the registry runs. Immutable and thread-safe.
 *
 * @param file {@code registry.fetch.git-credentials}; null if there are none
 * @see <a href="https://git-scm.com/docs/git-credential-store#_storage_format">git-credential-store, storage format</a>
 */
public record GitCredentials(@Nullable Path file) {

    private static final String SETTING = "registry.fetch.git-credentials";

    /** A user name and a password or token. */
    public record Login(String username, String password) {}

    /**
     * The login for exactly the scheme, host and port of an address.
     *
     * @throws SettingException if the file cannot be read, or if a line up to the one for this server is malformed
     */
    public Optional<Login> of(URI address) throws SettingException {
        if (file == null) {
            return Optional.empty();
        }
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                URI entry = parse(line, i + 1);
                if (server(entry).equals(server(address))) {
                    String[] parts = entry.getRawUserInfo().split(":", 2);
                    return Optional.of(new Login(decoded(parts[0]), decoded(parts[1])));
                }
            }
        }
        return Optional.empty();
    }

    /** @throws SettingException if the file cannot be read or is malformed */
    void check() throws SettingException {
        of(URI.create("none://none"));
    }

    private static List<String> lines(Path file) throws SettingException {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new SettingException(
                    SETTING,
                    "the file cannot be read: " + e.getClass().getSimpleName(),
                    "Set it to a text file that the server can read.");
        }
    }

    private static URI parse(String line, int number) throws SettingException {
        try {
            URI entry = URI.create(line);
            boolean web = "https".equalsIgnoreCase(entry.getScheme()) || "http".equalsIgnoreCase(entry.getScheme());
            if (web
                    && entry.getHost() != null
                    && entry.getRawUserInfo() != null
                    && entry.getRawUserInfo().contains(":")) {
                return entry;
            }
        } catch (IllegalArgumentException e) {
            // reported below, without the line, because it has a password
        }
        throw new SettingException(
                SETTING,
                "line " + number + " of the file is malformed",
                "Write it as https://user:password@host, and percent-encode special characters.");
    }

    private static String server(URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("http") ? 80 : 443;
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static String decoded(String text) {
        // unlike in forms, a plus is a plus in addresses
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
