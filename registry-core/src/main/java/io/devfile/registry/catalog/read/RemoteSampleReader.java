package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.devfile.DevfileValidator;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.content.ContentStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the devfile of a sample in the tree of its repository: {@code devfile.yaml}, {@code .devfile.yaml} or
 * {@code .devfile/devfile.yaml}, the first that is there. Safe for use by several threads.
 */
public final class RemoteSampleReader {

    private final ContentStore store;
    private final DevfileReader devfiles;

    public RemoteSampleReader(ContentStore store, YamlReader yaml, DevfileValidator validator) {
        this.store = store;
        this.devfiles = new DevfileReader(yaml, validator);
    }

    /**
     * What was found.
     *
     * @param content the devfile and what stands beside it, in the content store; or nothing that can be served
     * @param problem what is wrong where there is nothing, as a sentence or more
     */
    public record Result(Optional<VersionContent> content, String problem) {}

    /**
     * Reads a tree.
     *
     * @throws io.devfile.registry.content.StorageException where its files cannot be stored; the tree is not to blame
     */
    public Result read(Path root) {
        SourceTree tree = new SourceTree(root);
        Findings findings = new Findings("");
        try {
            Path directory = tree.resolve(directory(tree));
            VersionFiles files =
                    VersionDirectory.ofSample(tree, store, directory, findings).read();
            Optional<VersionContent> content = devfiles.readSample(files.devfile(), files.devfileBytes(), findings)
                    .map(facts -> new VersionContent(
                            files.devfile(),
                            files.files(),
                            files.resources(),
                            new OfflineStarters(store, files, "", findings).complete(facts.starterProjects())));
            return new Result(content, problem(findings.all()));
        } catch (ContentException e) {
            return new Result(Optional.empty(), (e.file().isEmpty() ? "" : e.file() + ": ") + e.getMessage());
        }
    }

    private static String directory(SourceTree tree) {
        boolean atTop = tree.exists(tree.resolve(ResourceKind.DEVFILE))
                || tree.exists(tree.resolve(ResourceKind.HIDDEN_DEVFILE));
        boolean below = tree.exists(tree.resolve(".devfile").resolve(ResourceKind.DEVFILE));
        return !atTop && below ? ".devfile" : "";
    }

    private static String problem(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst()
                .map(finding ->
                        (finding.place().file() + " " + finding.place().pointer()).strip() + ": " + finding.message())
                .orElse("");
    }
}
