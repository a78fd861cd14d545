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
 * The devfiles of a catalog's samples that this server has fetched from remotes, and the problems with the others.
 * Immutable.
 *
 * @param contents the devfiles and their files, by {@link #key}
 * @param failures why a devfile is not available, by {@link #key}
 * @param pending the devfiles that are still being fetched, by {@link #key}; nothing is known about them
 */
public record Samples(
        Map<String, VersionContent> contents,
        Map<String, SampleFailure> failures,
        Set<String> pending,
        List<Finding> findings) {

    /** No samples. */
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

    /** Why the devfile of a version, or of an entry without versions, is not available. */
    public Optional<SampleFailure> failure(String name, String version) {
        return Optional.ofNullable(failures.get(key(name, version)));
    }

    /** Whether the devfile may be available soon. */
    public boolean isPending(String name, String version) {
        return pending.contains(key(name, version));
    }

    /** The catalog with these devfiles added, and with findings about the others. */
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

    /** The files of these samples. */
    public Stream<StoredFile> content() {
        return contents.values().stream().flatMap(VersionContent::stored);
    }

    /** A text that is equal for two instances only if their devfiles are equal. */
    public String fingerprint() {
        return new TreeMap<>(contents)
                .entrySet().stream()
                        .map(one -> one.getKey() + " "
                                + one.getValue().devfileContent().digest() + " "
                                + one.getValue().files().hashCode())
                        .collect(Collectors.joining("\n"));
    }
}
