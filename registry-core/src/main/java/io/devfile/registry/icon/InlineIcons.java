package io.devfile.registry.icon;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.index.IconData;
import io.devfile.registry.index.model.IconPlace;
import io.devfile.registry.index.model.IndexEntry;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Icons as {@code data:} URIs, up to a maximum total size: every version repeats its icon, so that a few large icons
 * could make an answer larger than the memory. Immutable.
 */
final class InlineIcons implements IconData {

    /** The maximum total size of the icons of an answer, in bytes. */
    static final long ROOM = 32L << 20;

    private static final System.Logger LOG = System.getLogger(InlineIcons.class.getName());

    private final Icons icons;
    private final ContentStore store;
    private final Set<IconPlace> withoutRoom;

    private InlineIcons(Icons icons, ContentStore store, Set<IconPlace> withoutRoom) {
        this.icons = icons;
        this.store = store;
        this.withoutRoom = withoutRoom;
    }

    static InlineIcons of(Icons icons, List<IndexEntry> entries, ContentStore store) {
        Set<IconPlace> withoutRoom = new HashSet<>();
        long taken = 0;
        for (var use : uses(entries).entrySet()) {
            // base64 converts three bytes to four
            long size = icons.at(use.getKey())
                    .map(icon -> icon.file().size() * 4 / 3 * use.getValue())
                    .orElse(0L);
            if (taken + size > ROOM) {
                withoutRoom.add(use.getKey());
            } else {
                taken += size;
            }
        }
        return new InlineIcons(icons, store, Set.copyOf(withoutRoom));
    }

    private static Map<IconPlace, Integer> uses(List<IndexEntry> entries) {
        Map<IconPlace, Integer> uses = new LinkedHashMap<>();
        for (IndexEntry entry : entries) {
            uses.merge(IconPlace.of(entry), 1, Integer::sum);
            entry.versions().forEach(version -> uses.merge(IconPlace.of(entry, version), 1, Integer::sum));
        }
        uses.keySet().removeIf(place -> DataUri.is(place.address()));
        return uses;
    }

    @Override
    public Optional<String> dataUri(IconPlace place) {
        return withoutRoom.contains(place) ? Optional.empty() : icons.at(place).flatMap(this::encoded);
    }

    private Optional<String> encoded(IconFile icon) {
        try {
            return Optional.of(DataUri.of(icon.mediaType(), store.read(icon.file())));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The icon " + icon.digest() + " cannot be read, so it keeps its address.", e);
            return Optional.empty();
        }
    }
}
