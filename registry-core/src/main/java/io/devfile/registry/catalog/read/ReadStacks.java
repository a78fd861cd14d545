package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.finding.Finding;
import io.devfile.registry.remote.TreeAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was read of a source's stacks the last time, so that a stack that did not change is not read again. Its files are in
 * the content store as long as those of the catalog that it was delivered with. For one source, and one thread at a time.
 */
public final class ReadStacks {

    private Map<String, Stack> last = new HashMap<>();
    private Map<String, Stack> next = new HashMap<>();

    private record Stack(Basis basis, Outcome outcome) {}

    /** What became of a stack: its entry, if anything of it can be served, and what is wrong with it. */
    record Outcome(Optional<CatalogEntry> entry, List<Finding> findings) {

        Outcome {
            findings = List.copyOf(findings);
        }
    }

    Optional<Outcome> find(Path directory, Basis basis) {
        return Optional.ofNullable(last.get(name(directory)))
                .filter(stack -> stack.basis().equals(basis))
                .map(Stack::outcome);
    }

    /** The Git references of a stack with these files. */
    Optional<Set<TreeAddress.Git>> references(Path directory, Basis files) {
        return Optional.ofNullable(last.get(name(directory)))
                .filter(stack -> stack.basis().hasFilesOf(files))
                .map(stack -> stack.basis().remotes().keySet());
    }

    void remember(Path directory, Basis basis, Outcome outcome) {
        if (basis.isKnown()) {
            next.put(name(directory), new Stack(basis, outcome));
        }
    }

    void forget(CatalogEntry entry) {
        next.remove(entry.directory());
    }

    /** Takes what was remembered since the last turn for what is known. */
    void turn() {
        last = next;
    }

    /** Ends a reading. One without a turn leaves what was known before. */
    void end() {
        next = new HashMap<>();
    }

    private static String name(Path directory) {
        return directory.getFileName().toString();
    }
}
