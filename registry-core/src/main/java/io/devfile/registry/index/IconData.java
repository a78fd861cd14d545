package io.devfile.registry.index;

import io.devfile.registry.index.model.IconPlace;
import java.util.Optional;

/** Has the icons as data. Implementations are thread-safe. */
@FunctionalInterface
public interface IconData {

    /** Has none, so that every icon keeps its address. */
    IconData NONE = place -> Optional.empty();

    /**
     * The icon as a {@code data:} URI; empty where it cannot be had. Asked once for each place and format of the
     * index, when the first client wants it: it may take its time, but had better have fetched things before.
     *
     * @param place one with an address, which is no {@code data:} URI
     */
    Optional<String> dataUri(IconPlace place);
}
