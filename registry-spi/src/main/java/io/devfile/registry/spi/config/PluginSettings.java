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
 * The settings of one plugin instance: text by key, and typed access to the text. This object records the keys that
 * were read, so that the host can report an unknown key to the operator.
 *
 * <p>Keys are relative: a plugin reads {@code path} if the operator wrote {@code registry.source.mine.path}. A key
 * written as an environment variable is the same key: {@code TOKEN_FILE} matches {@code token.file} and
 * {@code token-file}. Blank values count as absent. Safe for use by several threads.
 */
public final class PluginSettings {

    private final String prefix;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, String> written = new TreeMap<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    /**
     * @param prefix the text before each key in the configuration, with its last dot: {@code registry.oci.}
     * @param values the values by relative key; copied
     */
    public PluginSettings(String prefix, Map<String, String> values) {
        this.prefix = prefix;
        values.forEach((key, value) -> {
            this.values.put(variable(key), value);
            this.written.put(variable(key), key);
        });
    }

    /** The value without leading and trailing white space, or empty if there is no value. */
    public Optional<String> text(String key) {
        asked.add(key);
        return Optional.ofNullable(values.get(variable(key))).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * The value of a required key.
     *
     * @throws SettingException if the key is not set; the message names the full key and its purpose
     */
    public String require(String key, String purpose) throws SettingException {
        return text(key)
                .orElseThrow(() -> new SettingException(
                        fullKey(key),
                        "it is not set",
                        "Set it, or the environment variable " + variable(fullKey(key)) + ", to " + purpose + "."));
    }

    /**
     * The value as a path; a relative path is resolved against the server's working directory.
     *
     * @throws SettingException if the value is not a valid path on this file system
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
     * @throws SettingException if the value is not such a duration
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
            // reported below, together with negative values
        }
        throw new SettingException(
                fullKey(key),
                "'" + text.get() + "' is not an ISO 8601 duration of zero or more",
                "Write PT30S for thirty seconds, PT5M for five minutes, P1D for a day.");
    }

    /**
     * The value as {@code true} or {@code false}.
     *
     * @throws SettingException if it is neither
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
     * A secret, given by the operator either as the value of the key, or in a file. The path of the file is the value
     * of the key with the suffix {@code -file}: {@code password} and {@code password-file}. The file is not read yet.
     *
     * @throws SettingException if both keys are set, or the value of the file key is not a path
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

    /** The full key: the prefix and the key. */
    public String fullKey(String key) {
        return prefix + key;
    }

    /**
     * Checks that every key that the operator set was read.
     *
     * @throws SettingException naming the first key, in name order, that was not read, and the known keys
     */
    public void rejectUnread() throws SettingException {
        Set<String> known = new TreeSet<>();
        asked.forEach(key -> known.add(variable(key)));
        for (var setting : written.entrySet()) {
            if (!known.contains(setting.getKey())) {
                throw new SettingException(
                        fullKey(setting.getValue()),
                        "this setting does not exist",
                        "Remove it, or use one of: " + String.join(", ", new TreeSet<>(asked)) + ".");
            }
        }
    }

    /** Applies the mapping rules of MicroProfile Config for environment variables. */
    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
