package io.devfile.registry.viewer.feed;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * New and changed versions, the newest first. Versions whose time of change is not known are left out.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
public final class AtomFeed {

    /** The media type. */
    public static final String TYPE = "application/atom+xml;charset=utf-8";

    private static final int MOST = 50;

    private AtomFeed() {}

    private record Change(IndexEntry entry, IndexVersion version, Instant at) {}

    /**
     * The feed as XML.
     *
     * @param title of the registry
     */
    public static byte[] of(String title, List<IndexEntry> entries, Addresses addresses) {
        List<Change> changes = entries.stream()
                .flatMap(entry -> entry.versions().stream()
                        .flatMap(version -> time(version).stream().map(at -> new Change(entry, version, at))))
                .sorted(Comparator.comparing(Change::at)
                        .reversed()
                        .thenComparing(change -> change.entry().name())
                        .thenComparing(change -> change.version().version()))
                .limit(MOST)
                .toList();
        Instant newest = changes.isEmpty() ? Instant.EPOCH : changes.get(0).at();
        XmlDocument document = new XmlDocument("feed", "http://www.w3.org/2005/Atom")
                .element("id", addresses.absolute(Addresses.FEED))
                .element("title", title)
                .element("subtitle", "New and changed versions of stacks and samples")
                .element("updated", newest.toString())
                .empty(
                        "link",
                        "rel",
                        "self",
                        "type",
                        "application/atom+xml",
                        "href",
                        addresses.absolute(Addresses.FEED))
                .empty("link", "rel", "alternate", "type", "text/html", "href", addresses.absolute(Addresses.CATALOGUE))
                .begin("author")
                .element("name", title)
                .end();
        changes.forEach(change -> add(document, change, addresses));
        return document.bytes();
    }

    private static void add(XmlDocument document, Change change, Addresses addresses) {
        IndexEntry entry = change.entry();
        String title = entry.displayName().isBlank() ? entry.name() : entry.displayName();
        String address = addresses.absolute(
                addresses.version(entry.name(), change.version().version()));
        String description = change.version().description().isBlank()
                ? entry.description()
                : change.version().description();
        document.begin("entry")
                .element("id", address)
                .element("title", title + " " + change.version().version())
                .element("updated", change.at().toString())
                .empty("link", "rel", "alternate", "type", "text/html", "href", address)
                .element("summary", description);
        if (!entry.provider().isBlank()) {
            document.begin("author").element("name", entry.provider()).end();
        }
        document.end();
    }

    private static Optional<Instant> time(IndexVersion version) {
        return Optional.ofNullable(version.lastModified())
                .map(OffsetDateTime::toInstant)
                .map(at -> at.truncatedTo(ChronoUnit.SECONDS));
    }
}
