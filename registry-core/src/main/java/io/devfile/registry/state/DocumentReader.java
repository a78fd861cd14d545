package io.devfile.registry.state;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Place;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.model.ItemBuilder;
import io.devfile.registry.remote.TreeAddress;
import io.devfile.registry.spi.oci.model.Digest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Converts the stored format to values. Throws a runtime exception if the document is not in the format that was
 * written.
 */
final class DocumentReader {

    private DocumentReader() {}

    static SourceCatalog source(StateDocument.Source from) {
        String name = text(from.name);
        String revision = text(from.revision);
        return new SourceCatalog(
                name,
                revision,
                list(from.entries).stream()
                        .map(entry -> entry(entry, name, revision))
                        .toList(),
                list(from.findings).stream()
                        .map(problem -> finding(problem, name))
                        .toList(),
                list(from.references).stream()
                        .collect(Collectors.toMap(DocumentReader::address, reference -> text(reference.found))));
    }

    private static TreeAddress.Git address(StateDocument.Reference from) {
        return new TreeAddress.Git(text(from.url), text(from.revision), text(from.subDir));
    }

    private static CatalogEntry entry(StateDocument.Entry from, String source, String revision) {
        StateDocument.Item item = required(from.index, "index");
        return new CatalogEntry(
                entryItem(item),
                text(from.directory),
                source,
                revision,
                from.stackYaml == null ? null : file(from.stackYaml),
                map(from.contents, DocumentReader::content));
    }

    private static IndexEntry entryItem(StateDocument.Item from) {
        return common(IndexEntry.builder(EntryType.valueOf(text(from.type)), text(from.name)), from)
                .version(text(from.version))
                .attributes(from.attributes == null ? Map.of() : FreeForm.restored(from.attributes))
                .displayName(text(from.displayName))
                .globalMemoryLimit(text(from.globalMemoryLimit))
                .projectType(text(from.projectType))
                .language(text(from.language))
                .provider(text(from.provider))
                .supportUrl(text(from.supportUrl))
                .versions(list(from.versions).stream()
                        .map(DocumentReader::versionItem)
                        .toList())
                .build();
    }

    private static IndexVersion versionItem(StateDocument.Item from) {
        return common(IndexVersion.builder(text(from.version)), from)
                .schemaVersion(text(from.schemaVersion))
                .isDefault(Boolean.TRUE.equals(from.isDefault))
                .build();
    }

    private static <B extends ItemBuilder<B>> B common(B builder, StateDocument.Item from) {
        return builder.description(text(from.description))
                .tags(list(from.tags))
                .architectures(list(from.architectures))
                .icon(text(from.icon))
                .links(map(from.links, Function.identity()))
                .commandGroups(map(from.commandGroups, Function.identity()))
                .deploymentScopes(map(from.deploymentScopes, Function.identity()))
                .resources(list(from.resources))
                .starterProjects(list(from.starterProjects))
                .git(Optional.ofNullable(from.git).map(DocumentReader::git))
                .lastModified(Optional.ofNullable(from.lastModified).map(OffsetDateTime::parse));
    }

    private static GitOrigin git(StateDocument.Git from) {
        return new GitOrigin(
                map(from.remotes, Function.identity()),
                text(from.url),
                text(from.remoteName),
                text(from.subDir),
                text(from.revision));
    }

    private static VersionContent content(StateDocument.Content from) {
        return new VersionContent(
                text(from.devfile),
                map(from.files, DocumentReader::file),
                map(from.resources, DocumentReader::file),
                list(from.starterProjects).stream().map(DocumentReader::starter).toList());
    }

    private static StoredFile file(StateDocument.File from) {
        return new StoredFile(Digest.parse(text(from.digest)), from.size);
    }

    private static StarterProject starter(StateDocument.Starter from) {
        return new StarterProject(
                text(from.name),
                text(from.zip),
                text(from.subDir),
                Optional.ofNullable(from.git).map(DocumentReader::git),
                Optional.ofNullable(from.offline).map(DocumentReader::file));
    }

    private static Finding finding(StateDocument.Problem from, String source) {
        Place place = new Place(source, text(from.file), text(from.pointer), new Position(from.line, from.column));
        return new Finding(
                Severity.valueOf(text(from.severity)), Rule.valueOf(text(from.rule)), place, text(from.message));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <F, T> TreeMap<String, T> map(@Nullable Map<String, F> from, Function<F, T> each) {
        TreeMap<String, T> to = new TreeMap<>();
        if (from != null) {
            from.forEach((key, value) -> to.put(key, each.apply(value)));
        }
        return to;
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalArgumentException("There is no " + what);
        }
        return value;
    }
}
