package io.devfile.registry.refresh;

import io.devfile.registry.catalog.Catalog;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.catalog.finding.Severity;
import io.devfile.registry.change.ChangeLog;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.icon.IconCache;
import io.devfile.registry.sample.SampleCache;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.state.StateFile;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Serves a state from now on, stores it for the next start, and removes the content that is no longer needed. */
final class Serving {

    private static final System.Logger LOG = System.getLogger(Serving.class.getName());

    private final AtomicReference<@Nullable RegistryState> current;
    private final StateFile file;
    private final ContentStore store;
    private final LatestCatalogs latestCatalogs;
    private final IconCache icons;
    private final SampleCache samples;
    private final ReadyMessage message;
    private final ChangeLog changes;

    Serving(
            AtomicReference<@Nullable RegistryState> current,
            StateFile file,
            ContentStore store,
            LatestCatalogs latestCatalogs,
            IconCache icons,
            SampleCache samples,
            ReadyMessage message,
            ChangeLog changes) {
        this.current = current;
        this.file = file;
        this.store = store;
        this.latestCatalogs = latestCatalogs;
        this.icons = icons;
        this.samples = samples;
        this.message = message;
        this.changes = changes;
    }

    Optional<RegistryState> current() {
        return Optional.ofNullable(current.get());
    }

    void serve(RegistryState next, @Nullable RegistryState before) {
        // before the switch, because responses from the log are kept as long as the state
        changes.record(next);
        current.set(next);
        message.tell(next, before);
        Set<Finding> known = new HashSet<>();
        if (before != null) {
            known.addAll(before.catalog().findings());
        }
        next.catalog().findings().stream()
                .filter(finding -> !known.contains(finding))
                .forEach(finding -> LOG.log(level(finding), finding::toString));
        try {
            file.save(next);
            icons.retain(Stream.concat(Stream.of(next), Stream.ofNullable(before))
                    .map(RegistryState::catalog)
                    .toList());
            samples.retain(Stream.concat(Stream.of(next), Stream.ofNullable(before))
                    .map(state -> Catalog.merge(state.sources()))
                    .toList());
            latestCatalogs.clean(delivered -> {
                Set<Digest> wanted = new HashSet<>();
                content(next).map(StoredFile::digest).forEach(wanted::add);
                icons.content().map(StoredFile::digest).forEach(wanted::add);
                samples.content().map(StoredFile::digest).forEach(wanted::add);
                StateFile.files(delivered).map(StoredFile::digest).forEach(wanted::add);
                // requests that began before the switch may still read content of the previous state
                if (before != null) {
                    content(before).map(StoredFile::digest).forEach(wanted::add);
                }
                store.retainOnly(wanted);
            });
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "The state could not be stored for the next start. Check that the data directory has free space.",
                    e);
        }
    }

    private static Stream<StoredFile> content(RegistryState state) {
        return Stream.of(
                        StateFile.files(state.sources()),
                        state.icons().content(),
                        state.samples().content())
                .flatMap(Function.identity());
    }

    private static Level level(Finding finding) {
        return finding.severity() == Severity.ERROR ? Level.WARNING : Level.INFO;
    }
}
