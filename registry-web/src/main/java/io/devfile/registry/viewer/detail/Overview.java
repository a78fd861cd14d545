package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.DefaultVersion;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.catalogue.CatalogueQuery;
import io.devfile.registry.viewer.catalogue.Facet;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.Icon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The summary at the top of the page of a version.
 *
 * @param title the display name of the entry
 * @param version empty for an entry without versions
 * @param kind {@code Stack} or {@code Sample}
 * @param lead the description, or the beginning of a long one
 * @param rest the whole description; empty if the lead contains all of it
 * @param tags the first 12
 * @param moreTags the other tags
 */
public record Overview(
        Icon icon,
        String title,
        String version,
        String kind,
        boolean deprecated,
        String lead,
        String rest,
        List<TagLink> tags,
        List<TagLink> moreTags) {

    private static final int TAGS = 12;
    private static final int TITLE_LENGTH = 160;
    private static final int LEAD_LENGTH = 480;

    /** A tag, and the URL of the catalogue with the entries that have the tag. */
    public record TagLink(String text, String address) {}

    static Overview of(CatalogEntry catalogEntry, @Nullable IndexVersion version, Icon icon) {
        IndexEntry entry = catalogEntry.entry();
        List<String> own = version != null && !version.tags().isEmpty() ? version.tags() : entry.tags();
        List<TagLink> tags = own.stream()
                .filter(tag -> !tag.equals(DefaultVersion.DEPRECATED))
                .map(DisplayText::line)
                .filter(tag -> !tag.isEmpty())
                .map(tag -> new TagLink(
                        tag, CatalogueQuery.ALL.with(Facet.TAGS, tag).address()))
                .toList();
        String description = DisplayText.of(description(entry, version));
        String lead =
                description.length() <= LEAD_LENGTH ? description : DisplayText.shortened(description, LEAD_LENGTH);
        return new Overview(
                icon,
                DisplayText.shortened(title(entry), TITLE_LENGTH),
                version != null ? version.version() : "",
                entry.type() == EntryType.STACK ? "Stack" : "Sample",
                version != null ? VersionLink.isDeprecated(version) : DefaultVersion.isDeprecated(entry),
                lead,
                lead.equals(description) ? "" : description,
                tags.stream().limit(TAGS).toList(),
                tags.stream().skip(TAGS).toList());
    }

    static String title(IndexEntry entry) {
        return entry.displayName().isBlank() ? entry.name() : entry.displayName();
    }

    static String description(IndexEntry entry, @Nullable IndexVersion version) {
        return version != null && !version.description().isBlank() ? version.description() : entry.description();
    }
}
