package io.devfile.registry.catalog;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.index.model.EntryType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The merged content of all sources. The entries are in the order of the index: stacks with a directory come before
 * entries that are described in place.
 */
public record Catalog(List<CatalogEntry> entries, List<Finding> findings) {

    public Catalog {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /**
     * Merges sources. If several entries have the same name, or several stacks the same directory, the first source
     * takes precedence and the others become findings. Stacks with the same directory would overwrite each other's
     * artifacts.
     *
     * @param sources in order of precedence
     */
    public static Catalog merge(List<SourceCatalog> sources) {
        Map<String, CatalogEntry> byName = new HashMap<>();
        Map<String, CatalogEntry> byDirectory = new HashMap<>();
        List<CatalogEntry> directories = new ArrayList<>();
        List<CatalogEntry> samples = new ArrayList<>();
        List<CatalogEntry> inPlace = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (SourceCatalog source : sources) {
            findings.addAll(source.findings());
            Findings shadowed = new Findings(source.source());
            for (CatalogEntry entry : source.entries()) {
                CatalogEntry sameName = byName.get(entry.entry().name());
                CatalogEntry sameDirectory = byDirectory.get(entry.directory());
                if (sameName != null || sameDirectory != null) {
                    shadowed.warning(
                            Rule.DUPLICATE_ENTRY, "", "", Position.UNKNOWN, shadowed(entry, sameName, sameDirectory));
                    continue;
                }
                byName.put(entry.entry().name(), entry);
                if (!entry.directory().isEmpty()) {
                    byDirectory.put(entry.directory(), entry);
                    directories.add(entry);
                } else if (entry.entry().type() == EntryType.SAMPLE) {
                    samples.add(entry);
                } else {
                    inPlace.add(entry);
                }
            }
            findings.addAll(shadowed.all());
        }
        List<CatalogEntry> ordered = new ArrayList<>(directories);
        ordered.addAll(samples);
        ordered.addAll(inPlace);
        return new Catalog(ordered, findings);
    }

    private static String shadowed(
            CatalogEntry entry, @Nullable CatalogEntry sameName, @Nullable CatalogEntry sameDirectory) {
        String what = sameName != null
                ? "source " + sameName.source() + " has an entry with the same name and comes first."
                        + " Rename one of the two, or change the order of registry.sources."
                : "source " + Objects.requireNonNull(sameDirectory).source() + " also has a directory stacks/"
                        + sameDirectory.directory() + " and comes first."
                        + " Rename one of the two directories, because artifacts are named after them.";
        return entry.entry().name() + " is left out, because " + what;
    }

    /** This catalog with additional findings. */
    public Catalog with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new Catalog(entries, all);
    }

    /** Whether something was left out because of an error. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
