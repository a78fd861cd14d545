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
import org.jspecify.annotations.Nullable;

/**
 * Reads the devfile of a sample in the tree of its repository: the first of {@code devfile.yaml}, {@code .devfile.yaml}
 * and {@code .devfile/devfile.yaml} that exists. Safe for use by several threads.
 */
public final class RemoteSampleReader {

    private final ContentStore store;
    private final DevfileReader devfiles;

    public RemoteSampleReader(ContentStore store, YamlReader yaml, DevfileValidator validator) {
        this.store = store;
        this.devfiles = new DevfileReader(yaml, validator);
    }

    /**
     * The result of a read.
     *
     * @param content the devfile and the other files in its directory, in the content store; null if there is nothing
     *     that can be served
     * @param problem the reason if the content is null, as one or more sentences
     */
    public record Result(@Nullable VersionContent content, String problem) {}

    /**
     * Reads a tree.
     *
     * @throws io.devfile.registry.content.StorageException if its files cannot be stored; the cause is not the tree
     */
    public Result read(Path root) {
        SourceTree tree = new SourceTree(root);
        Findings findings = new Findings("");
        try {
            Path directory = tree.resolve(directory(tree));
            VersionFiles files =
                    VersionDirectory.ofSample(tree, store, directory, findings).read();
            Optional<VersionContent> content = devfiles.readSample(files.devfile(), files.devfileBytes(), findings)
                    .map(facts -> files.content(
                            facts, new OfflineStarters(store, files, "", findings).complete(facts.starterProjects())));
            return new Result(content.orElse(null), problem(findings.all()));
        } catch (ContentException e) {
            return new Result(null, (e.file().isEmpty() ? "" : e.file() + ": ") + e.getMessage());
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
