package io.devfile.registry.settings;

import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@link RegistryConfiguration}, or the part for web pages, from {@link Settings}. */
public final class ConfigurationReader {

    static final String SOURCE_PREFIX = "registry.source.";

    private static final String BUNDLED = "bundled";
    private static final List<String> OWN = List.of(
            "name",
            "url",
            "headless",
            "viewer.che",
            "strict",
            "offline",
            "data.dir",
            "sources",
            "retention",
            "scrub",
            "provenance",
            "events.url",
            "events.secret",
            "events.secret-file",
            "fetch.allow",
            "fetch.git-credentials",
            "fetch.proxy",
            "starter.cache",
            "starter.timeout");
    private static final Duration DEFAULT_REFRESH = Duration.ofMinutes(5);

    private final Settings settings;
    private final PrefixedProperties properties;

    public ConfigurationReader(Settings settings) {
        this.settings = settings;
        this.properties = new PrefixedProperties(settings);
    }

    /** @throws SettingException at the first setting that is missing, malformed or contradicts another */
    public RegistryConfiguration read() throws SettingException {
        PluginSettings own = ownSettings();
        // settings that other code reads are checked here, too
        ViewerConfiguration viewer = viewer();
        AdminConfiguration.read(settings);
        return new RegistryConfiguration(
                own.flag("strict").orElse(false),
                own.flag("offline").orElse(false),
                dataDirectory(own),
                sources(own),
                backend(),
                upkeep(own),
                FetchConfiguration.of(own),
                StarterConfiguration.of(own),
                own.flag("provenance").orElse(false),
                EventConfiguration.of(own, viewer).orElse(null));
    }

    /** @throws SettingException at the first of these settings that is malformed */
    public ViewerConfiguration viewer() throws SettingException {
        PluginSettings own = ownSettings();
        return new ViewerConfiguration(
                own.text("name").orElse("devfile-registry"),
                own.flag("headless").orElse(false),
                WebAddress.ofServer(own, "url").orElse(null),
                WebAddress.ofService(own, "viewer.che", "https://devspaces.example.com/")
                        .orElse(null));
    }

    private PluginSettings ownSettings() {
        Map<String, String> values = new TreeMap<>();
        for (String key : OWN) {
            settings.value("registry." + key).ifPresent(value -> values.put(key, value));
        }
        return new PluginSettings("registry.", values);
    }

    private static UpkeepConfiguration upkeep(PluginSettings own) throws SettingException {
        return new UpkeepConfiguration(
                Interval.of(own, "retention", UpkeepConfiguration.DEFAULT.grace())
                        .orElse(null),
                Interval.of(own, "scrub", UpkeepConfiguration.DEFAULT.scrub()).orElse(null));
    }

    private Path dataDirectory(PluginSettings own) throws SettingException {
        Optional<Path> configured = own.path("data.dir");
        if (configured.isPresent()) {
            return configured.get().toAbsolutePath().normalize();
        }
        String output = settings.value("server.output.dir")
                .or(() -> settings.value("SERVER_OUTPUT_DIR"))
                .orElse(".");
        return Path.of(output).toAbsolutePath().normalize().resolve("registry-data");
    }

    private List<SourceConfiguration> sources(PluginSettings own) throws SettingException {
        List<String> names = new ArrayList<>();
        for (String name : own.text("sources").orElse(BUNDLED).split(",", -1)) {
            names.add(name.strip());
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
                throw new SettingException(
                        own.fullKey("sources"),
                        "'" + name + "' is not a name for a source",
                        "Use 1 to 63 lower-case letters, digits and hyphens, with commas between names.");
            }
            if (!seen.add(name)) {
                throw new SettingException(
                        own.fullKey("sources"), "it names " + name + " twice", "Name each source once.");
            }
        }
        new KnownSettings(settings, OWN).check(names);
        List<SourceConfiguration> sources = new ArrayList<>();
        for (String name : names) {
            sources.add(source(name, names));
        }
        return sources;
    }

    private SourceConfiguration source(String name, List<String> names) throws SettingException {
        String prefix = SOURCE_PREFIX + name + ".";
        List<String> others = names.stream()
                .filter(other -> other.length() > name.length())
                .map(other -> SOURCE_PREFIX + other + ".")
                .toList();
        Map<String, String> values = new TreeMap<>(properties.below(prefix, others));
        PluginSettings own = new PluginSettings(prefix, values);
        Optional<String> type = own.text("type");
        if (type.isEmpty() && !name.equals(BUNDLED)) {
            own.require("type", "the type of the source, such as filesystem, git or archive");
        }
        Duration refresh = Interval.of(own, "refresh", DEFAULT_REFRESH).orElse(null);
        values.keySet().removeIf(key -> key.equalsIgnoreCase("type") || key.equalsIgnoreCase("refresh"));
        return new SourceConfiguration(name, type.orElse("filesystem"), refresh, values);
    }

    private BackendConfiguration backend() {
        Map<String, String> values = new TreeMap<>(properties.below(BackendConfiguration.PREFIX, List.of()));
        String type = new PluginSettings(BackendConfiguration.PREFIX, values)
                .text("type")
                .orElse("layout");
        values.keySet().removeIf(key -> key.equalsIgnoreCase("type"));
        return new BackendConfiguration(type, values);
    }
}
