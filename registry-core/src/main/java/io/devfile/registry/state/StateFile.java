package io.devfile.registry.state;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.SourceCatalog;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.toolkit.file.DurableFiles;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Stores the last good state across restarts. */
public final class StateFile {

    private static final System.Logger LOG = System.getLogger(StateFile.class.getName());

    private final Path file;
    private final ContentStore store;
    private final StateJson json;
    private final StateBuilder builder;
    private final Map<String, String> configurations;

    /**
     * @param builder builds the state from the stored catalogs
     * @param configurations the fingerprints of the sources' configurations, by name, in order of precedence
     */
    public StateFile(
            Path file, ContentStore store, StateJson json, StateBuilder builder, Map<String, String> configurations) {
        this.file = file;
        this.store = store;
        this.json = json;
        this.builder = builder;
        this.configurations = new LinkedHashMap<>(configurations);
    }

    /** Replaces the stored state; after a crash, either the old or the new state is stored. */
    public void save(RegistryState state) throws IOException {
        DurableFiles.write(file, json.write(new StateJson.Kept(state.sources(), configurations, state.builtAt())));
    }

    /**
     * The state that was last stored, with the sources whose configuration is unchanged, after the digests of all its
     * files were verified. Empty if there is no stored state or if it cannot be trusted, which is logged: the sources
     * will deliver again.
     */
    public Optional<RegistryState> load() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            StateJson.Kept kept = json.read(Files.readAllBytes(file));
            List<SourceCatalog> wanted = wanted(kept);
            if (wanted.isEmpty()) {
                return Optional.empty();
            }
            Optional<StoredFile> damaged = firstDamaged(wanted);
            if (damaged.isEmpty()) {
                return Optional.of(builder.build(wanted, kept.builtAt(), true));
            }
            LOG.log(
                    Level.WARNING,
                    () -> "The state kept in " + file + " is not used, because the content "
                            + damaged.get().digest() + " is missing or damaged. It is read again from the sources.");
        } catch (IOException | RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "The state kept in " + file + " cannot be used, and is read again from the sources.",
                    e);
        }
        return Optional.empty();
    }

    private List<SourceCatalog> wanted(StateJson.Kept kept) {
        return configurations.entrySet().stream()
                .filter(source -> source.getValue().equals(kept.configurations().get(source.getKey())))
                .flatMap(source -> kept.sources().stream()
                        .filter(catalog -> catalog.source().equals(source.getKey())))
                .toList();
    }

    /** All files that a state needs. */
    public static Stream<StoredFile> files(List<SourceCatalog> sources) {
        return sources.stream().flatMap(source -> source.entries().stream()).flatMap(CatalogEntry::stored);
    }

    private Optional<StoredFile> firstDamaged(List<SourceCatalog> sources) throws IOException {
        Set<StoredFile> all = new HashSet<>(files(sources).toList());
        for (StoredFile one : all) {
            if (!store.verify(one)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
