package io.devfile.registry.index;

import io.devfile.registry.index.model.IconPlace;
import java.util.Optional;

/** Provides icons as data. Implementations are thread-safe. */
@FunctionalInterface
public interface IconData {

    /** Provides no data, so every icon keeps its address. */
    IconData NONE = place -> Optional.empty();

    /**
     * The icon as a {@code data:} URI; empty if it is not available. Called once for each place and format of the
     * index, when the first client requests it. The call may take some time, but implementations should fetch the icons
     * in advance.
     *
     * @param place a place with an address that is not a {@code data:} URI
     */
    Optional<String> dataUri(IconPlace place);
}
