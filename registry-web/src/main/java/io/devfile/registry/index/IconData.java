package io.devfile.registry.index;

import java.util.Optional;

/** Has the icons as data. Implementations are thread-safe. */
@FunctionalInterface
public interface IconData {

    /** Has none, so that every icon keeps its address. */
    IconData NONE = address -> Optional.empty();

    /**
     * The icon as a {@code data:} URI; empty where it cannot be had. Asked once for each address and format of the
     * index, when the first client wants it: it may take its time, but had better have fetched things before.
     *
     * @param address as the index has it; never a {@code data:} URI
     */
    Optional<String> dataUri(String address);
}
