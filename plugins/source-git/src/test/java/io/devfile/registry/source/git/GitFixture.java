package io.devfile.registry.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.devfile.registry.spi.config.PluginContext;
import io.devfile.registry.spi.config.PluginSettings;
import io.devfile.registry.spi.config.SettingException;
import io.devfile.registry.spi.source.Snapshot;
import io.devfile.registry.spi.source.SourceException;
import io.devfile.registry.spi.source.StackSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;

/** Sources of one directory for tests. */
record GitFixture(Path scratch) {

    Path work() {
        return scratch.resolve("work");
    }

    Path repository() {
        return work().resolve("repository");
    }

    StackSource source(String url, String... more) throws SettingException {
        Map<String, String> settings = new HashMap<>(Map.of("url", url));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        PluginSettings values = new PluginSettings("registry.source.test.", settings);
        StackSource source = new GitSourceProvider().create(new PluginContext("test", values, work(), false));
        values.rejectUnread();
        return source;
    }

    static ThrowableAssertAlternative<SourceException> assertFails(StackSource source) {
        return assertThatExceptionOfType(SourceException.class)
                .isThrownBy(source::fetch)
                .withMessageStartingWith("Tried to fetch ")
                .satisfies(e -> assertThat(e.remedy()).endsWith("."));
    }

    static String read(Snapshot snapshot, String file) throws IOException {
        return Files.readString(snapshot.root().resolve(file));
    }

    /** Fetches once, and reads one file of the snapshot. */
    static String fetchAndRead(StackSource source, String file) throws IOException, SourceException {
        try (Snapshot snapshot = source.fetch()) {
            return read(snapshot, file);
        }
    }
}
