package io.devfile.registry.catalog;

import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.remote.TreeAddress;
import jakarta.json.bind.annotation.JsonbCreator;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** In this order the references are equal on every server. */
    private static final Comparator<TreeAddress.Git> ORDER = Comparator.comparing(TreeAddress.Git::url)
            .thenComparing(TreeAddress.Git::revision)
            .thenComparing(TreeAddress.Git::subDir);

    @JsonbCreator
    public SourceCatalog {
        SortedMap<TreeAddress.Git, String> sorted = new TreeMap<>(ORDER);
        sorted.putAll(references);
        references = Collections.unmodifiableSortedMap(sorted);
        entries = List.copyOf(entries);
        findings = List.copyOf(findings);
    }
}
