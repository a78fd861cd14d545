package io.devfile.registry.spi.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The settings of one plugin instance: text by key, and typed views of it. It remembers which keys were asked for, so
 * that the host can tell an operator about a key that nobody understands.
 *
 * <p>Keys are relative: a plugin asks for {@code path} where the operator wrote {@code registry.source.mine.path}. A key
 * written as an environment variable is the same key: {@code TOKEN_FILE} answers to {@code token.file} and
 * {@code token-file}. Blank values count as absent. Safe for use by several threads.
 */
public final class PluginSettings {

    private final String prefix;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> written = new TreeMap<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    /**
     * @param prefix what stands before each key in the configuration, with its last dot: {@code registry.oci.}
     * @param values the values by relative key; copied
     */
    public PluginSettings(String prefix, Map<String, String> values) {
        this.prefix = prefix;
        values.forEach((key, value) -> {
            this.values.put(variable(key), value);
            this.written.put(variable(key), key);
        });
    }

    /** The value with white space around it removed, or empty where there is none. */
    public Optional<String> text(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(variable(key))).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * The value of a key that must be there.
     *
     * @throws SettingException where it is not, naming the full key and what it is for
     */
    public String require(String key, String purpose) throws SettingException {
        return text(key)
                .orElseThrow(() -> new SettingException(
                        fullKey(key),
                        "it is not set",
                        "Set it, or the environment variable " + variable(fullKey(key)) + ", to " + purpose + "."));
    }

    /**
     * The value as a path; relative ones are taken from the server's working directory.
     *
     * @throws SettingException where this file system knows no such path
     */
    public Optional<Path> path(String key) throws SettingException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text.get()));
        } catch (InvalidPathException e) {
            throw new SettingException(fullKey(key), "its value is not a path", "Set it to an absolute path.");
        }
    }

    /**
     * The value as an ISO 8601 duration, zero or longer.
     *
     * @throws SettingException where it is none
     */
    public Optional<Duration> duration(String key) throws SettingException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Duration duration = Duration.parse(text.get());
            if (!duration.isNegative()) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // said below, together with negative values
        }
        throw new SettingException(
                fullKey(key),
                "'" + text.get() + "' is not an ISO 8601 duration of zero or more",
                "Write PT30S for thirty seconds, PT5M for five minutes, P1D for a day.");
    }

    /**
     * The value as {@code true} or {@code false}.
     *
     * @throws SettingException where it is neither
     */
    public Optional<Boolean> flag(String key) throws SettingException {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.get()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default ->
                throw new SettingException(
                        fullKey(key), "'" + text.get() + "' is neither true nor false", "Set it to true or false.");
        };
    }

    /**
     * A secret, which the operator gave as the value of the key, or in the file that the key with {@code -file} after it
     * names: {@code password} and {@code password-file}. No file is read yet.
     *
     * @throws SettingException where both are set, or the file's name is not a path
     */
    public Optional<Secret> secret(String key) throws SettingException {
        String fileKey = key + "-file";
        Optional<Path> file = path(fileKey);
        Optional<String> value = text(key);
        if (value.isPresent() && file.isPresent()) {
            throw new SettingException(
                    fullKey(key), "it is set, and so is " + fullKey(fileKey), "Remove one of the two.");
        }
        return value.map(text -> Secret.ofValue(fullKey(key), text))
                .or(() -> file.map(path -> Secret.inFile(fullKey(fileKey), path)));
    }

    /** The key as the operator wrote it. */
    public String fullKey(String key) {
        return prefix + key;
    }

    /**
     * Checks that every key that the operator set was asked for.
     *
     * @throws SettingException naming the first key, in name order, that nobody asked for, and the keys that are known
     */
    public void rejectUnread() throws SettingException {
        Set<String> known = new TreeSet<>();
        asked.forEach(key -> known.add(variable(key)));
        for (var setting : written.entrySet()) {
            if (!known.contains(setting.getKey())) {
                throw new SettingException(
                        fullKey(setting.getValue()),
                        "no such setting is known here",
                        "Remove it, or use one of: " + String.join(", ", new TreeSet<>(asked)) + ".");
            }
        }
    }

    /** By the mapping rules of MicroProfile Config for environment variables. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
