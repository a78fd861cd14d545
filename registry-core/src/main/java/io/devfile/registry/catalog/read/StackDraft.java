package io.devfile.registry.catalog.read;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.EntryType;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.index.model.VersionNumber;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A stack while its versions are being read; derives the entry from them. */
final class StackDraft {

    private static final Comparator<String> HIGHEST_FIRST =
            VersionNumber.ORDER.reversed().thenComparing(Comparator.reverseOrder());

    private final String directory;
    private final Map<String, StackVersion> versions = new TreeMap<>(HIGHEST_FIRST);
    private @Nullable StackYaml described;
    private String promoted = "";
    private @Nullable StoredFile stackYaml;

    StackDraft(String directory) {
        this.directory = directory;
    }

    void describe(StackYaml stack) {
        described = stack;
    }

    void stackYaml(StoredFile file) {
        stackYaml = file;
    }

    @Nullable
    StoredFile stackYaml() {
        return stackYaml;
    }

    void add(StackVersion version) {
        versions.put(version.index().version(), version);
    }

    String directory() {
        return directory;
    }

    /** The name in stack.yaml. */
    String name() {
        return described != null ? described.fields().text("name") : "";
    }

    boolean isDefault(String named) {
        return described != null
                && described.versions().stream()
                        .anyMatch(version ->
                                version.isDefault() && version.version().equals(named));
    }

    boolean isEmpty() {
        return versions.isEmpty();
    }

    boolean hasDefault() {
        return versions.values().stream().anyMatch(version -> version.index().isDefault());
    }

    /** The versions that were read, highest version first. */
    Map<String, StackVersion> contents() {
        return versions;
    }

    /**
     * Selects the highest version without errors as the default version. Without a default, one faulty version would
     * make the stack disappear for all clients that request no version.
     */
    void promoteHighest() {
        promoted = versions.keySet().iterator().next();
        if (described != null) {
            Defaults.promoted(described.fields(), promoted);
        }
    }

    IndexEntry build() {
        IndexEntry.Builder entry = EntryFields.texts(IndexEntry.builder(EntryType.STACK, own("name")), this::own)
                .description(own("description"))
                .icon(icon())
                .tags(tags())
                .architectures(architectures())
                .versions(indexVersions())
                .lastModified(lastModified().orElse(null));
        if (described != null) {
            EntryFields.others(entry, described.fields());
        }
        return entry.build();
    }

    /** The value in stack.yaml; otherwise the value of the highest version that has one. */
    private String own(String key) {
        return Optional.ofNullable(described)
                .map(stack -> stack.fields().text(key))
                .filter(text -> !text.isEmpty())
                .or(() -> versions.values().stream()
                        .map(version -> version.facts().metadata().text(key))
                        .filter(text -> !text.isEmpty())
                        .findFirst())
                .orElse("");
    }

    private String icon() {
        return Optional.ofNullable(described)
                .map(stack -> IconAddress.of(stack.fields()))
                .filter(icon -> !icon.isEmpty())
                .or(() -> versions.values().stream()
                        .map(version -> version.index().icon())
                        .filter(icon -> !icon.isEmpty())
                        .findFirst())
                .orElse("");
    }

    private List<String> tags() {
        return union(
                "tags",
                versions.values().stream().filter(this::servedAsDefault).toList(),
                version -> version.index().tags());
    }

    private List<String> architectures() {
        boolean everywhere = versions.values().stream()
                .anyMatch(version -> version.index().architectures().isEmpty());
        return everywhere
                ? List.of()
                : union(
                        "architectures",
                        versions.values(),
                        version -> version.index().architectures());
    }

    private List<String> union(String key, Collection<StackVersion> from, Function<StackVersion, List<String>> values) {
        Set<String> all = new LinkedHashSet<>();
        if (described != null) {
            all.addAll(described.fields().texts(key));
        }
        from.forEach(version -> all.addAll(values.apply(version)));
        return List.copyOf(all);
    }

    private boolean servedAsDefault(StackVersion version) {
        return version.index().isDefault() || version.index().version().equals(promoted);
    }

    private List<IndexVersion> indexVersions() {
        List<IndexVersion> all = new ArrayList<>();
        for (StackVersion version : versions.values()) {
            IndexVersion index = version.index();
            all.add(servedAsDefault(version) ? index.toBuilder().isDefault(true).build() : index);
        }
        return all;
    }

    private Optional<OffsetDateTime> lastModified() {
        return versions.values().stream()
                .map(version -> version.index().lastModified())
                .filter(Objects::nonNull)
                .max(Comparator.comparing(OffsetDateTime::toInstant));
    }
}
