package io.devfile.registry.source.archive;

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
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;

/** Sources of one directory for tests. */
record ArchiveFixture(Path scratch) {

    Path work() {
        return scratch.resolve("work");
    }

    StackSource source(Map<String, String> settings) throws SettingException {
        PluginSettings values = new PluginSettings("registry.source.test.", settings);
        StackSource source = new ArchiveSourceProvider().create(new PluginContext("test", values, work(), false));
        values.rejectUnread();
        return source;
    }

    StackSource source(byte[] archive, String... more) throws IOException, SettingException {
        Path file = Files.write(scratch.resolve("archive"), archive);
        Map<String, String> settings = new HashMap<>(Map.of("path", file.toString()));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return source(settings);
    }

    ThrowableAssertAlternative<SourceException> assertRefused(byte[] archive, String... more) throws Exception {
        try (StackSource source = source(archive, more)) {
            var failure = assertThatExceptionOfType(SourceException.class)
                    .isThrownBy(source::fetch)
                    .withMessageStartingWith("Tried to ")
                    .satisfies(e -> assertThat(e.remedy()).endsWith("."));
            assertNothingLeft();
            return failure;
        }
    }

    void assertNothingLeft() throws IOException {
        if (Files.exists(work())) {
            try (Stream<Path> files = Files.walk(work().resolve("trees"))) {
                assertThat(files.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    static String read(Snapshot snapshot, String file) throws IOException {
        return Files.readString(snapshot.root().resolve(file));
    }
}
