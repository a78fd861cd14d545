package io.devfile.registry.catalog;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.remote.TreeAddress;
import java.util.List;
import java.util.Map;

/**
 * The content of one snapshot of one source.
 *
 * @param references the Git references of its versions, and a text for the content found at each reference; the text
 *     differs if another read would find something else
 */
public record SourceCatalog(
        String source,
        String revision,
        List<CatalogEntry> entries,
        List<Finding> findings,
        Map<TreeAddress.Git, String> references) {

    /** A catalog without Git references. */
    public SourceCatalog(String source, String revision, List<CatalogEntry> entries, List<Finding> findings) {
        this(source, revision, entries, findings, Map.of());
    }

    public SourceCatalog {
        references = Map.copyOf(references);
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }
}
