package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.EntryIcons;
import io.devfile.registry.viewer.page.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates the pages of versions. Thread-safe. */
public final class DetailPages {

    private static final int DESCRIPTION_LENGTH = 200;

    private final Catalog catalog;
    private final ContentStore store;
    private final EntryIcons icons;
    private final @Nullable String workspaces;
    private final YamlReader yaml = new YamlReader();

    /**
     * @param workspaces the URL of the service that creates workspaces from devfiles, without a fragment; null if there
     *     is none
     */
    public DetailPages(Catalog catalog, ContentStore store, EntryIcons icons, @Nullable String workspaces) {
        this.catalog = catalog;
        this.store = store;
        this.icons = icons;
        this.workspaces = workspaces;
    }

    /**
     * The page of a version.
     *
     * @param entry of the catalog
     * @param version of the entry; null for an entry without versions
     * @throws UncheckedIOException if the devfile cannot be read
     */
    public DetailPage page(CatalogEntry entry, @Nullable IndexVersion version, Addresses addresses) {
        IndexEntry indexed = entry.entry();
        String number = version != null ? version.version() : "";
        Optional<VersionContent> content = entry.content(number);
        Optional<String> text = content.map(this::devfile);
        Part devfile = text.map(this::parsed).orElse(new Part(null));
        Overview overview = Overview.of(entry, version, version != null ? icons.of(entry, version) : icons.of(entry));
        Head head = head(indexed, version, overview, addresses);
        OciReference artifact = OciReference.of(entry, number, addresses).orElse(null);
        String download =
                content.map(any -> Addresses.devfile(indexed.name(), number)).orElse("");
        return new DetailPage(
                head,
                indexed.name(),
                addresses.entry(indexed.name()),
                overview,
                Banner.of(indexed, overview, addresses).orElse(null),
                DetailPage.VersionList.of(VersionLink.all(indexed, number, addresses)),
                content.isEmpty()
                        ? List.of()
                        : Snippet.of(
                                indexed.name(),
                                number,
                                artifact != null ? entry.repository().orElse(null) : null,
                                addresses),
                workspaces != null && !download.isEmpty() ? workspaces + "#" + addresses.absolute(download) : "",
                Fact.of(entry, version, devfile),
                Contents.of(
                        devfile,
                        content.map(files -> StarterView.of(indexed.name(), number, files, devfile))
                                .orElse(List.of())),
                content.map(files -> FileView.of(indexed.name(), number, files))
                        .orElse(new FileView.Listing(List.of(), 0)),
                artifact,
                StackFindings.of(entry, number, catalog.findings()).stream()
                        .map(finding -> FindingView.of(finding, false))
                        .toList(),
                download,
                text.map(DevfileListing::of).orElse(null),
                jsonLd(indexed, version, head, addresses));
    }

    private String devfile(VersionContent content) {
        try {
            return new String(store.read(content.devfileContent()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Tried to read " + content.devfile() + " from the content store", e);
        }
    }

    private Part parsed(String text) {
        try {
            return new Part(yaml.read(text.getBytes(StandardCharsets.UTF_8)).value());
        } catch (YamlReadException e) {
            // content with such a devfile is left out, and a finding reports it
            return new Part(null);
        }
    }

    private static Head head(IndexEntry entry, @Nullable IndexVersion version, Overview overview, Addresses addresses) {
        String path = version != null && !version.isDefault()
                ? addresses.version(entry.name(), version.version())
                : addresses.entry(entry.name());
        String description = DisplayText.shortened(Overview.description(entry, version), DESCRIPTION_LENGTH);
        return new Head(
                (overview.title() + " " + overview.version()).strip(),
                description.isEmpty() ? "A devfile for " + overview.title() : description,
                path,
                true);
    }

    private static String jsonLd(IndexEntry entry, @Nullable IndexVersion version, Head head, Addresses addresses) {
        GitOrigin git = version != null && version.git() != null ? version.git() : entry.git();
        OffsetDateTime modified = version != null ? version.lastModified() : entry.lastModified();
        return new JsonLd()
                .add("name", Overview.title(entry))
                .add("description", head.description())
                .add("url", addresses.absolute(head.path()))
                .add("version", version != null ? version.version() : "")
                .add("programmingLanguage", DisplayText.line(entry.language()))
                .add("codeRepository", git != null ? repository(git) : "")
                .add("keywords", entry.tags())
                .add("dateModified", modified != null ? modified.toInstant().toString() : "")
                .addNamed("provider", "Organization", DisplayText.line(entry.provider()))
                .text();
    }

    private static String repository(GitOrigin git) {
        return StarterView.origins(git).stream()
                .map(StarterView.Origin::link)
                .filter(link -> !link.isEmpty())
                .findFirst()
                .orElse("");
    }
}
