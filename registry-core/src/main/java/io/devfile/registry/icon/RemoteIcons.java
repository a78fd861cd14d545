package io.devfile.registry.icon;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.toolkit.file.DurableFiles;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The known data about icons at addresses, stored across restarts. Safe for use by several threads. */
final class RemoteIcons {

    private static final Logger LOG = Logger.getLogger(RemoteIcons.class.getName());

    private final Path file;
    private final Jsonb jsonb = JsonbBuilder.create();
    private final Map<String, RemoteIcon> icons = new ConcurrentHashMap<>();
    private final AtomicBoolean unsaved = new AtomicBoolean();

    RemoteIcons(Path file) {
        this.file = file;
    }

    /** Loads the saved icons; if the content of an icon is missing or damaged, the icon counts as unknown. */
    void load(ContentStore store) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            String text = Files.readString(file);
            for (RemoteIcon icon : jsonb.fromJson(text, IconDocument.class).read()) {
                boolean whole =
                        icon.file().isEmpty() || store.verify(icon.file().get().file());
                icons.put(icon.address(), whole ? icon : RemoteIcon.unknown(icon.address()));
            }
        } catch (IOException | RuntimeException e) {
            // damage can cause many kinds of exceptions
            icons.clear();
            LOG.log(Level.WARNING, "The icons recorded in " + file + " cannot be used, and are fetched again.", e);
        }
    }

    /** Saves the icons, if they have changed. */
    void save() {
        if (!unsaved.getAndSet(false)) {
            return;
        }
        List<RemoteIcon> all = icons.values().stream()
                .sorted(Comparator.comparing(RemoteIcon::address))
                .toList();
        try {
            DurableFiles.write(file, jsonb.toJson(IconDocument.of(all)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            unsaved.set(true);
            LOG.log(
                    Level.WARNING,
                    "The icons could not be recorded for the next start. Check that the disk has free space.",
                    e);
        }
    }

    RemoteIcon get(String address) {
        return icons.getOrDefault(address, RemoteIcon.unknown(address));
    }

    void update(String address, UnaryOperator<RemoteIcon> change) {
        icons.compute(address, (key, known) -> change.apply(known == null ? RemoteIcon.unknown(key) : known));
        unsaved.set(true);
    }

    /** Removes all other addresses. */
    void retain(Set<String> addresses) {
        if (icons.keySet().retainAll(addresses)) {
            unsaved.set(true);
        }
    }

    Stream<StoredFile> files() {
        return icons.values().stream().flatMap(icon -> icon.file().stream()).map(IconFile::file);
    }
}
