package io.devfile.registry.catalog;

import io.devfile.registry.catalog.finding.Finding;
import java.util.List;

/** What one snapshot of one source has. */
public record SourceCatalog(String source, String revision, List<CatalogEntry> entries, List<Finding> findings) {

    public SourceCatalog {
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }
}
