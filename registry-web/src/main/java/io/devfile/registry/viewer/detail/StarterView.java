package io.devfile.registry.viewer.detail;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.viewer.page.Addresses;
import io.devfile.registry.viewer.page.DisplayText;
import io.devfile.registry.viewer.page.WebLink;
import java.util.List;
import java.util.Map;

/**
 * A starter project of the version.
 *
 * @param download the URL of its zip; empty if the registry has no zip and knows no remote that has it
 * @param origins where it comes from
 * @param revision the branch, tag or commit of its repository; empty for the default
 */
public record StarterView(
        String name, String description, String download, List<Origin> origins, String revision, String subDirectory) {

    /**
     * Where something comes from.
     *
     * @param name of the remote, or {@code zip}
     * @param link empty if the text is not a URL for browsers
     */
    public record Origin(String name, String text, String link) {

        static Origin of(String name, String address) {
            return new Origin(
                    DisplayText.line(name),
                    DisplayText.line(address),
                    WebLink.of(address).orElse(""));
        }
    }

    static List<StarterView> of(String entry, String version, VersionContent content, Part devfile) {
        List<Part> described = devfile.at("starterProjects").items();
        return content.starterProjects().stream()
                .map(project -> of(entry, version, project, described))
                .toList();
    }

    private static StarterView of(String entry, String version, StarterProject project, List<Part> described) {
        String description = described.stream()
                .filter(part -> part.text("name").equals(project.name()))
                .map(part -> part.text("description"))
                .findFirst()
                .orElse("");
        return new StarterView(
                DisplayText.line(project.name()),
                description,
                project.offline() != null || project.isAtRemote()
                        ? Addresses.starterProject(entry, version, project.name())
                        : "",
                origins(project),
                project.git() != null ? DisplayText.line(project.git().revision()) : "",
                DisplayText.line(project.subDir()));
    }

    private static List<Origin> origins(StarterProject project) {
        if (!project.zipLocation().isEmpty()) {
            return List.of(Origin.of("zip", project.zipLocation()));
        }
        return project.git() != null ? origins(project.git()) : List.of();
    }

    static List<Origin> origins(GitOrigin git) {
        Map<String, String> remotes = git.remotes();
        if (remotes.isEmpty()) {
            return git.url().isEmpty() ? List.of() : List.of(Origin.of("git", git.url()));
        }
        return remotes.entrySet().stream()
                .map(remote -> Origin.of(remote.getKey(), remote.getValue()))
                .toList();
    }
}
