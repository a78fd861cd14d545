package io.devfile.registry.state;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexItem;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.remote.TreeAddress;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Converts values to the stored format. Maps are sorted, so that equal values give equal bytes. */
final class DocumentWriter {

    private DocumentWriter() {}

    static StateDocument.Source source(SourceCatalog catalog) {
        StateDocument.Source source = new StateDocument.Source();
        source.name = catalog.source();
        source.revision = catalog.revision();
        source.entries = catalog.entries().stream().map(DocumentWriter::entry).toList();
        source.findings =
                catalog.findings().stream().map(DocumentWriter::finding).toList();
        if (!catalog.references().isEmpty()) {
            source.references = catalog.references().entrySet().stream()
                    .sorted(Comparator.comparing(reference -> reference.getKey().key()))
                    .map(reference -> reference(reference.getKey(), reference.getValue()))
                    .toList();
        }
        return source;
    }

    private static StateDocument.Reference reference(TreeAddress.Git address, String found) {
        StateDocument.Reference reference = new StateDocument.Reference();
        reference.url = address.url();
        reference.revision = address.revision();
        reference.subDir = address.subDir();
        reference.found = found;
        return reference;
    }

    private static StateDocument.Entry entry(CatalogEntry from) {
        StateDocument.Entry entry = new StateDocument.Entry();
        entry.index = entryItem(from.entry());
        entry.directory = from.directory();
        entry.stackYaml = from.stackYaml() == null ? null : file(from.stackYaml());
        entry.contents = map(from.versions(), DocumentWriter::content);
        return entry;
    }

    private static StateDocument.Item entryItem(IndexEntry from) {
        StateDocument.Item item = item(from);
        item.name = from.name();
        item.type = from.type().name();
        item.version = from.version();
        item.attributes = new TreeMap<>(from.attributes());
        item.displayName = from.displayName();
        item.globalMemoryLimit = from.globalMemoryLimit();
        item.projectType = from.projectType();
        item.language = from.language();
        item.provider = from.provider();
        item.supportUrl = from.supportUrl();
        item.versions =
                from.versions().stream().map(DocumentWriter::versionItem).toList();
        return item;
    }

    private static StateDocument.Item versionItem(IndexVersion from) {
        StateDocument.Item item = item(from);
        item.version = from.version();
        item.schemaVersion = from.schemaVersion();
        item.isDefault = from.isDefault();
        return item;
    }

    private static StateDocument.Item item(IndexItem from) {
        StateDocument.Item item = new StateDocument.Item();
        item.description = from.description();
        item.tags = from.tags();
        item.architectures = from.architectures();
        item.icon = from.icon();
        item.links = from.links();
        item.commandGroups = from.commandGroups();
        item.deploymentScopes = from.deploymentScopes();
        item.resources = from.resources();
        item.starterProjects = from.starterProjects();
        from.git().ifPresent(git -> item.git = git(git));
        from.lastModified().ifPresent(time -> item.lastModified = time.toString());
        return item;
    }

    private static StateDocument.Git git(GitOrigin from) {
        StateDocument.Git git = new StateDocument.Git();
        git.remotes = from.remotes();
        git.url = from.url();
        git.remoteName = from.remoteName();
        git.subDir = from.subDir();
        git.revision = from.revision();
        return git;
    }

    private static StateDocument.Content content(VersionContent from) {
        StateDocument.Content content = new StateDocument.Content();
        content.devfile = from.devfile();
        content.files = map(from.files(), DocumentWriter::file);
        content.resources = map(from.resources(), DocumentWriter::file);
        content.starterProjects =
                from.starterProjects().stream().map(DocumentWriter::starter).toList();
        return content;
    }

    private static StateDocument.File file(StoredFile from) {
        StateDocument.File file = new StateDocument.File();
        file.digest = from.digest().toString();
        file.size = from.size();
        return file;
    }

    private static StateDocument.Starter starter(StarterProject from) {
        StateDocument.Starter starter = new StateDocument.Starter();
        starter.name = from.name();
        starter.zip = from.zipLocation();
        starter.subDir = from.subDir();
        from.git().ifPresent(git -> starter.git = git(git));
        from.offline().ifPresent(zip -> starter.offline = file(zip));
        return starter;
    }

    private static StateDocument.Problem finding(Finding from) {
        StateDocument.Problem problem = new StateDocument.Problem();
        problem.severity = from.severity().name();
        problem.file = from.place().file();
        problem.pointer = from.place().pointer();
        problem.line = from.place().position().line();
        problem.column = from.place().position().column();
        problem.rule = from.rule().name();
        problem.message = from.message();
        return problem;
    }

    private static <F, T> Map<String, T> map(Map<String, F> from, Function<F, T> each) {
        Map<String, T> to = new TreeMap<>();
        from.forEach((key, value) -> to.put(key, each.apply(value)));
        return to;
    }
}
