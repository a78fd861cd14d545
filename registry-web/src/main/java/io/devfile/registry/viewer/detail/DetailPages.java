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
import java.util.List;
import java.util.Optional;

/** Creates the pages of versions. Thread-safe. */
public final class DetailPages {

    private static final int DESCRIPTION_LENGTH = 200;

    private final Catalog catalog;
    private final ContentStore store;
    private final EntryIcons icons;
    private final Optional<String> workspaces;
    private final YamlReader yaml = new YamlReader();

    /** @param workspaces the URL of the service that creates workspaces from devfiles, without a fragment */
    public DetailPages(Catalog catalog, ContentStore store, EntryIcons icons, Optional<String> workspaces) {
        this.catalog = catalog;
        this.store = store;
        this.icons = icons;
        this.workspaces = workspaces;
    }

    /**
     * The page of a version.
     *
     * @param entry of the catalog
     * @param version of the entry; empty for an entry without versions
     * @throws UncheckedIOException if the devfile cannot be read
     */
    public DetailPage page(CatalogEntry entry, Optional<IndexVersion> version, Addresses addresses) {
        IndexEntry indexed = entry.entry();
        String number = version.map(IndexVersion::version).orElse("");
        Optional<VersionContent> content = entry.content(number);
        Optional<String> text = content.map(this::devfile);
        Part devfile = text.map(this::parsed).orElse(new Part(null));
        Overview overview = Overview.of(
                entry, version, version.map(one -> icons.of(entry, one)).orElseGet(() -> icons.of(entry)));
        Head head = head(indexed, version, overview, addresses);
        Optional<OciReference> artifact = OciReference.of(entry, number, addresses);
        String download =
                content.map(any -> Addresses.devfile(indexed.name(), number)).orElse("");
        return new DetailPage(
                head,
                indexed.name(),
                addresses.entry(indexed.name()),
                overview,
                Banner.of(indexed, overview, addresses),
                DetailPage.VersionList.of(VersionLink.all(indexed, number, addresses)),
                content.isEmpty()
                        ? List.of()
                        : Snippet.of(indexed.name(), number, artifact.flatMap(any -> entry.repository()), addresses),
                workspaces
                        .filter(any -> !download.isEmpty())
                        .map(service -> service + "#" + addresses.absolute(download))
                        .orElse(""),
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
                text.map(DevfileListing::of),
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

    private static Head head(IndexEntry entry, Optional<IndexVersion> version, Overview overview, Addresses addresses) {
        String path = version.filter(one -> !one.isDefault())
                .map(one -> addresses.version(entry.name(), one.version()))
                .orElse(addresses.entry(entry.name()));
        String description = DisplayText.shortened(Overview.description(entry, version), DESCRIPTION_LENGTH);
        return new Head(
                (overview.title() + " " + overview.version()).strip(),
                description.isEmpty() ? "A devfile for " + overview.title() : description,
                path,
                true);
    }

    private static String jsonLd(IndexEntry entry, Optional<IndexVersion> version, Head head, Addresses addresses) {
        String repository = version.flatMap(IndexVersion::git)
                .or(entry::git)
                .map(DetailPages::repository)
                .orElse("");
        return new JsonLd()
                .add("name", Overview.title(entry))
                .add("description", head.description())
                .add("url", addresses.absolute(head.path()))
                .add("version", version.map(IndexVersion::version).orElse(""))
                .add("programmingLanguage", DisplayText.line(entry.language()))
                .add("codeRepository", repository)
                .add("keywords", entry.tags())
                .add(
                        "dateModified",
                        version.map(IndexVersion::lastModified)
                                .orElse(entry.lastModified())
                                .map(time -> time.toInstant().toString())
                                .orElse(""))
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
