package io.devfile.registry.catalog;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.GitOrigin;
import org.jspecify.annotations.Nullable;

/**
 * A starter project as defined in a devfile.
 *
 * @param zipLocation the location of its zip: an address, or a path relative to the devfile; empty if the project comes
 *     from Git
 * @param subDir the directory of the project to use; empty for all of it
 * @param git the Git origin; null if the project comes from a zip
 * @param offline the zip to serve, already reduced to {@code subDir}; null if the version contains none
 */
public record StarterProject(
        String name,
        String zipLocation,
        String subDir,
        @Nullable GitOrigin git,
        @Nullable StoredFile offline) {

    /** Whether it names a remote to fetch it from. The fetch can still fail. */
    public boolean isAtRemote() {
        return git != null || zipLocation.contains("://");
    }
}
