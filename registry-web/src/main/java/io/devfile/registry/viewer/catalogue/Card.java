package io.devfile.registry.viewer.catalogue;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.DefaultVersion;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.EntryIcons;
import io.devfile.registry.viewer.page.Icon;
import io.devfile.registry.viewer.page.When;
import java.util.List;

/**
 * An entry as the catalogue shows it.
 *
 * @param address of its page
 * @param kind {@code Stack} or {@code Sample}
 * @param version the default version; empty if there is none
 * @param otherVersions the number of other versions, in words; empty if there are none
 * @param architectures in one line; empty if the entry does not state them
 * @param tags the first few
 * @param moreTags the number of other tags
 */
public record Card(
        String address,
        Icon icon,
        String name,
        String kind,
        String provider,
        String description,
        String version,
        String otherVersions,
        When updated,
        String architectures,
        List<String> tags,
        int moreTags,
        boolean deprecated) {

    private static final int TAGS = 4;
    private static final int NAME_LENGTH = 100;
    private static final int TAG_LENGTH = 30;
    private static final int DESCRIPTION_LENGTH = 240;

    static Card of(CatalogEntry catalogEntry, Addresses addresses, EntryIcons icons) {
        IndexEntry entry = catalogEntry.entry();
        List<String> tags = entry.tags().stream()
                .filter(tag -> !tag.equals(DefaultVersion.DEPRECATED))
                .toList();
        String name = entry.displayName().isBlank() ? entry.name() : entry.displayName();
        return new Card(
                addresses.entry(entry.name()),
                icons.of(catalogEntry),
                DisplayText.shortened(name, NAME_LENGTH),
                kind(entry.type()),
                DisplayText.shortened(entry.provider(), NAME_LENGTH),
                DisplayText.shortened(entry.description(), DESCRIPTION_LENGTH),
                entry.defaultVersion().map(IndexVersion::version).orElse(""),
                others(entry.versions().size() - 1),
                When.day(entry.lastModified()),
                architectures(entry.architectures()),
                tags.stream()
                        .limit(TAGS)
                        .map(tag -> DisplayText.shortened(tag, TAG_LENGTH))
                        .toList(),
                Math.max(0, tags.size() - TAGS),
                DefaultVersion.isDeprecated(entry));
    }

    static String kind(EntryType type) {
        return type == EntryType.STACK ? "Stack" : "Sample";
    }

    private static String others(int count) {
        return count < 1 ? "" : count == 1 ? "and 1 other version" : "and " + count + " other versions";
    }

    private static String architectures(List<String> names) {
        return DisplayText.shortened(String.join(", ", names), NAME_LENGTH);
    }
}
