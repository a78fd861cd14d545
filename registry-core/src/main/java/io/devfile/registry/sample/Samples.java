package io.devfile.registry.sample;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.content.StoredFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The devfiles of a catalog's samples that this server has from remotes, and what is wrong with the others. Immutable.
 *
 * @param contents by {@link #key}
 * @param failures why one is not there, by {@link #key}
 * @param pending those that are still being fetched, by {@link #key}; nothing is known of them
 */
public record Samples(
        Map<String, VersionContent> contents,
        Map<String, SampleFailure> failures,
        Set<String> pending,
        List<Finding> findings) {

    /** None at all. */
    public static final Samples NONE = new Samples(Map.of(), Map.of(), Set.of(), List.of());

    public Samples {
        contents = Map.copyOf(contents);
        failures = Map.copyOf(failures);
        pending = Set.copyOf(pending);
        findings = List.copyOf(findings);
    }

    /** @param version empty for an entry without versions */
    static String key(String name, String version) {
        return name + "\n" + version;
    }

    /** Why the devfile of a version, or of an entry without versions, is not there. */
    public Optional<SampleFailure> failure(String name, String version) {
        return Optional.ofNullable(failures.get(key(name, version)));
    }

    /** Whether it may be there in a moment. */
    public boolean isPending(String name, String version) {
        return pending.contains(key(name, version));
    }

    /** A catalog with these, and with what is wrong with the others. */
    public Catalog complete(Catalog catalog) {
        List<CatalogEntry> entries =
                catalog.entries().stream().map(this::complete).toList();
        return new Catalog(entries, catalog.findings()).with(findings);
    }

    private CatalogEntry complete(CatalogEntry entry) {
        Map<String, VersionContent> all = new HashMap<>(entry.versions());
        for (SamplePlace place : SamplePlace.of(entry)) {
            Optional.ofNullable(contents.get(key(place.name(), place.version())))
                    .ifPresent(content -> all.put(place.version(), content));
        }
        return all.size() == entry.versions().size()
                ? entry
                : new CatalogEntry(
                        entry.entry(), entry.directory(), entry.source(), entry.revision(), entry.stackYaml(), all);
    }

    /** The content that these need. */
    public Stream<StoredFile> content() {
        return contents.values().stream().flatMap(VersionContent::stored);
    }

    /** A text that is the same for the same devfiles alone. */
    public String fingerprint() {
        return new TreeMap<>(contents)
                .entrySet().stream()
                        .map(one -> one.getKey() + " "
                                + one.getValue().devfileContent().digest() + " "
                                + one.getValue().files().hashCode())
                        .collect(Collectors.joining("\n"));
    }
}
