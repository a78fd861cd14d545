package io.devfile.registry.viewer.feed;

import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All pages that are of use to search engines.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">the sitemap protocol</a>
 */
public final class Sitemap {

    /** The media type. */
    public static final String TYPE = "application/xml;charset=utf-8";

    /** The maximum that the protocol allows. */
    static final int MOST = 50_000;

    private Sitemap() {}

    /** The sitemap as XML. */
    public static byte[] of(List<IndexEntry> entries, Addresses addresses) {
        Writer writer = new Writer(addresses);
        writer.add(Addresses.CATALOGUE, null);
        // pages of entries first, because there may be too many pages of versions
        entries.forEach(entry -> {
            IndexVersion version = entry.defaultVersion().orElse(null);
            writer.add(addresses.entry(entry.name()), version != null ? version.lastModified() : entry.lastModified());
        });
        entries.forEach(entry -> entry.versions().stream()
                .filter(version -> !version.isDefault())
                .forEach(version ->
                        writer.add(addresses.version(entry.name(), version.version()), version.lastModified())));
        return writer.document.bytes();
    }

    private static final class Writer {

        private final XmlDocument document = new XmlDocument("urlset", "http://www.sitemaps.org/schemas/sitemap/0.9");
        private final Addresses addresses;
        private int left = MOST;

        Writer(Addresses addresses) {
            this.addresses = addresses;
        }

        void add(String path, @Nullable OffsetDateTime changed) {
            if (left > 0) {
                left--;
                document.begin("url").element("loc", addresses.absolute(path));
                if (changed != null) {
                    document.element(
                            "lastmod",
                            changed.toInstant().truncatedTo(ChronoUnit.SECONDS).toString());
                }
                document.end();
            }
        }
    }
}
