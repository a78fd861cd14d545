package io.devfile.registry.catalog;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.index.model.GitOrigin;
import java.util.Optional;

/**
 * A starter project as a devfile names it.
 *
 * @param zipLocation of its zip, an address or a path relative to the devfile; empty where it comes from Git
 * @param subDir the directory that is wanted of it; empty for all
 * @param git where it comes from, if not from a zip
 * @param offline the zip to give, where the version brings it: already cut down to {@code subDir}
 */
public record StarterProject(
        String name, String zipLocation, String subDir, Optional<GitOrigin> git, Optional<StoredFile> offline) {

    /** Whether it names a remote that it can be fetched from, if not always with success. */
    public boolean isAtRemote() {
        return git.isPresent() || zipLocation.contains("://");
    }
}
