package io.devfile.registry.sample;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A devfile of a sample that is not in the source.
 *
 * @param name the name of the entry
 * @param version empty for an entry without versions
 * @param source the name of the source
 * @param origin the Git origin of the devfile
 */
record SamplePlace(String name, String version, String source, GitOrigin origin) {

    /** The places of an entry. */
    static List<SamplePlace> of(CatalogEntry entry) {
        List<SamplePlace> places = new ArrayList<>();
        if (entry.entry().type() != EntryType.SAMPLE) {
            return places;
        }
        GitOrigin own = entry.entry().git();
        if (entry.entry().versions().isEmpty()) {
            add(places, entry, "", own);
        }
        for (IndexVersion version : entry.entry().versions()) {
            add(places, entry, version.version(), version.git() != null ? version.git() : own);
        }
        return places;
    }

    private static void add(List<SamplePlace> places, CatalogEntry entry, String version, @Nullable GitOrigin origin) {
        if (origin != null && entry.content(version).isEmpty()) {
            places.add(new SamplePlace(entry.entry().name(), version, entry.source(), origin));
        }
    }
}
