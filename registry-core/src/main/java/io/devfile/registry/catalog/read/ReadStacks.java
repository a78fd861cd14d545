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
import org.jspecify.annotations.Nullable;

/**
 * The results of the last read of a source's stacks, so that an unchanged stack is not read again. Its files are in the
 * content store as long as the catalog that contained it is kept. For one source, and for one thread at a time.
 */
public final class ReadStacks {

    private Map<String, Stack> last = new HashMap<>();
    private Map<String, Stack> next = new HashMap<>();

    private record Stack(Basis basis, Outcome outcome) {}

    /** The result of reading a stack: its entry, null if no part of it can be served, and its findings. */
    record Outcome(@Nullable CatalogEntry entry, List<Finding> findings) {

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

    /** Replaces the known results with the results of this read. */
    void turn() {
        last = next;
    }

    /** Ends a read. Without a turn before, the known results stay the same. */
    void end() {
        next = new HashMap<>();
    }

    private static String name(Path directory) {
        return directory.getFileName().toString();
    }
}
