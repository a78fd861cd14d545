package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.StarterProject;
import io.devfile.registry.index.model.GitOrigin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The data that the index takes from a valid devfile.
 *
 * @param metadata the {@code metadata} mapping
 * @param references the mappings that may have a {@code uri} of a file in the directory of the devfile
 * @param keywords images, commands and ports, for searches
 * @param commandGroups each kind of group, and whether it contains a command
 */
record DevfileFacts(
        String schemaVersion,
        YamlFields metadata,
        SortedMap<String, Boolean> commandGroups,
        List<StarterProject> starterProjects,
        List<YamlFields> references,
        List<String> keywords) {

    private static final List<String> GROUPS = List.of("build", "debug", "deploy", "run", "test");
    private static final List<String> KINDS_WITH_URI = List.of("kubernetes", "openshift", "plugin");
    private static final List<String> COMMAND_TYPES = List.of("exec", "apply", "composite");

    /** The facts of a devfile; the devfile of a sample may have no metadata. */
    static DevfileFacts of(YamlFields devfile) {
        return new DevfileFacts(
                devfile.text("schemaVersion"),
                devfile.mappingOrEmpty("metadata"),
                commandGroups(devfile),
                starterProjects(devfile),
                references(devfile),
                keywords(devfile));
    }

    private static List<String> keywords(YamlFields devfile) {
        Set<String> keywords = new LinkedHashSet<>();
        for (YamlFields component : devfile.mappings("components")) {
            component.mapping("container").ifPresent(container -> {
                keywords.add(runtime(container.plain("image")));
                for (YamlFields endpoint : container.mappings("endpoints")) {
                    keywords.add("port " + endpoint.plain("targetPort"));
                }
            });
        }
        devfile.mappings("commands").forEach(command -> keywords.add(command.plain("id")));
        return List.copyOf(keywords);
    }

    /** The name of an image, which may have a version in it, such as openjdk-17; otherwise with the version in its tag. */
    private static String runtime(String image) {
        String[] parts = image.substring(image.lastIndexOf('/') + 1).split("[:@]", 2);
        boolean versioned = parts[0].chars().anyMatch(Character::isDigit);
        return versioned || parts.length == 1 ? parts[0] : parts[0] + " " + parts[1].split("-", 2)[0];
    }

    private static List<YamlFields> references(YamlFields devfile) {
        List<YamlFields> references = new ArrayList<>();
        devfile.mapping("parent").ifPresent(references::add);
        for (YamlFields component : devfile.mappings("components")) {
            for (String kind : KINDS_WITH_URI) {
                component.mapping(kind).ifPresent(references::add);
            }
            component
                    .mapping("image")
                    .flatMap(image -> image.mapping("dockerfile"))
                    .ifPresent(references::add);
        }
        return references;
    }

    String version() {
        return metadata.text("version");
    }

    private static SortedMap<String, Boolean> commandGroups(YamlFields devfile) {
        SortedMap<String, Boolean> groups = new TreeMap<>();
        GROUPS.forEach(group -> groups.put(group, false));
        for (YamlFields command : devfile.mappings("commands")) {
            for (String type : COMMAND_TYPES) {
                command.mapping(type)
                        .flatMap(inner -> inner.mapping("group"))
                        .map(group -> group.text("kind"))
                        .filter(kind -> !kind.isEmpty())
                        .ifPresent(kind -> groups.put(kind, true));
            }
        }
        return groups;
    }

    private static List<StarterProject> starterProjects(YamlFields devfile) {
        List<StarterProject> projects = new ArrayList<>();
        for (YamlFields project : devfile.mappings("starterProjects")) {
            String zip =
                    project.mapping("zip").map(inner -> inner.text("location")).orElse("");
            GitOrigin git = project.mapping("git").map(DevfileFacts::git).orElse(null);
            projects.add(new StarterProject(project.text("name"), zip, project.text("subDir"), git, null));
        }
        return projects;
    }

    private static GitOrigin git(YamlFields git) {
        Optional<YamlFields> checkout = git.mapping("checkoutFrom");
        return new GitOrigin(
                git.textMap("remotes"),
                "",
                checkout.map(from -> from.text("remote")).orElse(""),
                "",
                checkout.map(from -> from.text("revision")).orElse(""));
    }
}
