package io.devfile.registry.viewer.page;

import java.util.Optional;

/** Knows which icons pages can show, given that they load images from this server alone. Thread-safe. */
@FunctionalInterface
public interface IconAddresses {

    /**
     * What stands in {@code src} for an icon: a path of this server or a {@code data:} URI; empty where the icon cannot
     * be had, and a monogram takes its place.
     *
     * @param iconAddress as the index has it; may be empty
     */
    Optional<String> local(String iconAddress);
}
