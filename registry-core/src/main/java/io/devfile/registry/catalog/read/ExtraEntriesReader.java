package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.finding.Defect;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import io.devfile.registry.index.model.EntryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code extraDevfileEntries.yaml}: samples first, then stacks, each in the order of the file. */
final class ExtraEntriesReader {

    private static final String FILE = "extraDevfileEntries.yaml";

    private final SourceTree tree;
    private final YamlReader yaml;
    private final ExtraEntryReader entries;
    private final Findings findings;

    ExtraEntriesReader(SourceTree tree, YamlReader yaml, ExtraEntryReader entries, Findings findings) {
        this.tree = tree;
        this.yaml = yaml;
        this.entries = entries;
        this.findings = findings;
    }

    List<CatalogEntry> read(String source, String revision) {
        List<CatalogEntry> all = new ArrayList<>();
        Path path = tree.resolve(FILE);
        if (tree.exists(path)) {
            fields(path).ifPresent(fields -> {
                for (YamlFields sample : fields.mappings("samples")) {
                    read(sample, EntryType.SAMPLE, source, revision).ifPresent(all::add);
                }
                for (YamlFields stack : fields.mappings("stacks")) {
                    read(stack, EntryType.STACK, source, revision).ifPresent(all::add);
                }
            });
        }
        return all;
    }

    private Optional<CatalogEntry> read(YamlFields fields, EntryType type, String source, String revision) {
        String what = "an entry of " + FILE;
        Optional<Optional<CatalogEntry>> entry =
                Defect.contain(what, () -> entries.read(fields, type, source, revision));
        if (entry.isEmpty()) {
            fields.error(Rule.DEFECT, "", Defect.message(what));
        }
        return entry.flatMap(Function.identity());
    }

    private Optional<YamlFields> fields(Path path) {
        try {
            return YamlFields.of(FILE, yaml.read(tree.read(path, tree.resolve(""), Limits.YAML_SIZE)), findings);
        } catch (YamlReadException e) {
            findings.error(Rule.YAML_SYNTAX, FILE, "", e.position(), e.getMessage());
        } catch (ContentException e) {
            findings.error(e.rule(), e.file(), "", Position.UNKNOWN, e.getMessage());
        }
        return Optional.empty();
    }
}
