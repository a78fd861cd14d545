package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.content.ContentStore;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Devfiles of samples that the source contains below {@code samples/}. */
final class IncludedDevfiles {

    /**
     * @param isBroken whether the devfile exists but cannot be served
     * @param content null if there is nothing to serve
     */
    record Result(boolean isBroken, @Nullable VersionContent content) {

        static final Result NONE = new Result(false, null);
        static final Result BROKEN = new Result(true, null);
    }

    private final SourceTree tree;
    private final ContentStore store;
    private final DevfileReader devfiles;
    private final Findings findings;

    IncludedDevfiles(SourceTree tree, ContentStore store, DevfileReader devfiles, Findings findings) {
        this.tree = tree;
        this.store = store;
        this.devfiles = devfiles;
        this.findings = findings;
    }

    /** @param path the path of the directory with the devfile, relative to the source's root */
    Result read(String path) {
        Path directory = tree.resolve(path);
        if (!tree.exists(directory)) {
            return Result.NONE;
        }
        try {
            Path samples = tree.resolve("samples");
            tree.follow(samples, tree.resolve(""));
            tree.follow(directory, samples);
            VersionFiles files = new VersionDirectory(tree, store, directory, findings).read();
            String file = tree.name(directory.resolve(files.devfile()));
            return devfiles.readSample(file, files.devfileBytes(), findings)
                    .map(facts -> files.content(
                            facts, new OfflineStarters(store, files, path, findings).complete(facts.starterProjects())))
                    .map(content -> new Result(false, content))
                    .orElse(Result.BROKEN);
        } catch (ContentException e) {
            findings.error(e.rule(), e.file(), "", Position.UNKNOWN, e.getMessage());
            return Result.BROKEN;
        }
    }
}
