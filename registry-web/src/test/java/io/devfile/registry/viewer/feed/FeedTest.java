package io.devfile.registry.viewer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class FeedTest {

    private static final Addresses ADDRESSES = new Addresses("https://example.com", "ours");

    private static IndexVersion version(String number, String time, boolean isDefault) {
        return IndexVersion.builder(number)
                .isDefault(isDefault)
                .lastModified(time.isEmpty() ? null : OffsetDateTime.parse(time))
                .build();
    }

    private static IndexEntry entry(String name, IndexVersion... versions) {
        return IndexEntry.builder(EntryType.STACK, name)
                .displayName("The " + name)
                .versions(List.of(versions))
                .build();
    }

    private static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<String> texts(Document document, String element) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = document.getElementsByTagNameNS("*", element);
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void theFeedHasTheNewestFirst() throws Exception {
        Document feed = parse(AtomFeed.of(
                "Ours",
                List.of(
                        entry(
                                "go",
                                version("2.0.0", "2026-03-01T00:00:00Z", true),
                                version("1.0.0", "2025-01-01T12:00:00.123+02:00", false)),
                        entry("java", version("1.0.0", "2026-05-01T00:00:00Z", true)),
                        entry("unknown", version("1.0.0", "", true))),
                ADDRESSES));
        assertThat(texts(feed, "title")).containsExactly("Ours", "The java 1.0.0", "The go 2.0.0", "The go 1.0.0");
        assertThat(texts(feed, "updated"))
                .containsExactly(
                        "2026-05-01T00:00:00Z", "2026-05-01T00:00:00Z", "2026-03-01T00:00:00Z", "2025-01-01T10:00:00Z");
        assertThat(texts(feed, "id"))
                .contains("https://example.com/viewer/feed.xml", "https://example.com/viewer/devfiles/ours/go/1.0.0");
    }

    @Test
    void theFeedIsNotEndless() throws Exception {
        IndexVersion[] versions = IntStream.range(0, 500)
                .mapToObj(i -> version(i + ".0.0", "2026-03-01T00:00:00Z", i == 0))
                .toArray(IndexVersion[]::new);
        assertThat(texts(parse(AtomFeed.of("Ours", List.of(entry("go", versions)), ADDRESSES)), "summary"))
                .hasSize(50);
    }

    @Test
    void theFeedOfAnEmptyRegistryIsAFeed() throws Exception {
        assertThat(texts(parse(AtomFeed.of("Ours", List.of(), ADDRESSES)), "updated"))
                .containsExactly("1970-01-01T00:00:00Z");
    }

    @Test
    void theMapHasEveryPageOnce() throws Exception {
        Document map = parse(Sitemap.of(
                List.of(entry("go", version("2.0.0", "2026-03-01T00:00:00Z", true), version("1.0.0", "", false))),
                ADDRESSES));
        assertThat(texts(map, "loc"))
                .containsExactly(
                        "https://example.com/viewer",
                        "https://example.com/viewer/devfiles/ours/go",
                        "https://example.com/viewer/devfiles/ours/go/1.0.0");
        assertThat(texts(map, "lastmod")).containsExactly("2026-03-01T00:00:00Z");
    }

    @Test
    void theMapIsNotLargerThanTheProtocolAllows() throws Exception {
        List<IndexEntry> entries = IntStream.range(0, Sitemap.MOST + 10)
                .mapToObj(i -> entry("stack-" + i))
                .toList();
        assertThat(texts(parse(Sitemap.of(entries, ADDRESSES)), "loc")).hasSize(Sitemap.MOST);
    }

    @Property
    void bothAreWellFormedWhateverStandsInEntries(@ForAll String text) throws Exception {
        IndexEntry hostile = IndexEntry.builder(EntryType.STACK, "go")
                .displayName("]]><!-- &x; " + text)
                .description(text)
                .provider(text)
                .versions(List.of(version("1.0.0", "2026-03-01T00:00:00Z", true)))
                .build();
        assertThat(texts(parse(AtomFeed.of(text, List.of(hostile), ADDRESSES)), "summary"))
                .hasSize(1);
        assertThat(texts(parse(Sitemap.of(List.of(hostile), ADDRESSES)), "loc")).hasSize(2);
    }
}
