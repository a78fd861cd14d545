package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.finding.Findings;
import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.catalog.yaml.Position;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.ProjectZip;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.toolkit.text.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the zips that a version contains for its starter projects, and reduces them to the directory that is used. */
final class OfflineStarters {

    private final ContentStore store;
    private final VersionFiles files;
    private final String directory;
    private final Findings findings;

    OfflineStarters(ContentStore store, VersionFiles files, String directory, Findings findings) {
        this.store = store;
        this.files = files;
        this.directory = directory;
        this.findings = findings;
    }

    /** The projects, with their zips if they exist. */
    List<StarterProject> complete(List<StarterProject> projects) {
        List<StarterProject> completed = new ArrayList<>();
        for (int i = 0; i < projects.size(); i++) {
            completed.add(complete(projects.get(i), "/starterProjects/" + i));
        }
        return completed;
    }

    private StarterProject complete(StarterProject project, String pointer) {
        Optional<StoredFile> zip = zipOf(project, pointer).flatMap(file -> wanted(project, file, pointer));
        return new StarterProject(
                project.name(), project.zipLocation(), project.subDir(), project.git(), zip.orElse(null));
    }

    private Optional<StoredFile> zipOf(StarterProject project, String pointer) {
        String location = project.zipLocation();
        if (!location.isEmpty() && !location.contains("://")) {
            Optional<StoredFile> named = file(location.startsWith("./") ? location.substring(2) : location);
            if (named.isEmpty()) {
                warn(
                        project,
                        pointer,
                        "There is no file " + SafeText.quoted(location) + " for it. Add the zip beside the devfile.");
            }
            return named;
        }
        return file(project.name() + ".zip").or(() -> file(project.name() + "-offline.zip"));
    }

    private Optional<StoredFile> wanted(StarterProject project, StoredFile zip, String pointer) {
        try {
            ProjectZip opened = new ProjectZip(store, zip);
            return Optional.of(project.subDir().isEmpty() ? opened.checked() : opened.only(project.subDir()));
        } catch (IOException e) {
            warn(project, pointer, "Its zip cannot be used: " + e.getMessage() + ". Pack it again.");
            return Optional.empty();
        }
    }

    private void warn(StarterProject project, String pointer, String what) {
        findings.warning(
                Rule.STARTER_PROJECT,
                directory + "/" + files.devfile(),
                pointer,
                Position.UNKNOWN,
                "Starter project " + SafeText.quoted(project.name()) + " cannot be downloaded from this registry. "
                        + what);
    }

    private Optional<StoredFile> file(String path) {
        return Optional.ofNullable(files.files().get(path));
    }
}
