package io.devfile.registry.catalog;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.index.model.EntryType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all sources have together: the entries in the order of the index, stacks with a directory before those that are
 * described in place.
 */
public record Catalog(List<CatalogEntry> entries, List<Finding> findings) {

    public Catalog {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }

    /**
     * Puts sources together. Of entries with one name that of the first source counts; the others are findings.
     *
     * @param sources in order of precedence
     */
    public static Catalog merge(List<SourceCatalog> sources) {
        Map<String, CatalogEntry> byName = new HashMap<>();
        List<CatalogEntry> directories = new ArrayList<>();
        List<CatalogEntry> samples = new ArrayList<>();
        List<CatalogEntry> inPlace = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (SourceCatalog source : sources) {
            findings.addAll(source.findings());
            Findings shadowed = new Findings(source.source());
            for (CatalogEntry entry : source.entries()) {
                CatalogEntry other = byName.putIfAbsent(entry.entry().name(), entry);
                if (other != null) {
                    shadowed.warning(
                            "",
                            "",
                            0,
                            entry.entry().name() + " is left out, because source " + other.source()
                                    + " has an entry of that name and comes first."
                                    + " Rename one of the two, or change the order of registry.sources.");
                } else if (!entry.directory().isEmpty()) {
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

    /** Whether something had to be left out. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
