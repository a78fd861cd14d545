package io.devfile.registry.catalog.devfile;

import java.util.Set;

/** Some environment variables of a container are reserved, because the tools set them. */
final class ReservedVariables implements DevfileRule {

    private static final Set<String> RESERVED = Set.of("PROJECTS_ROOT", "PROJECT_SOURCE");

    @Override
    public void check(Devfile devfile, Violations report) {
        for (Component container : devfile.all(Component.Kind.CONTAINER)) {
            for (DevfilePart variable : container.body().at("env").items()) {
                DevfilePart name = variable.at("name");
                name.expanded()
                        .filter(RESERVED::contains)
                        .ifPresent(text -> report.error(
                                name.pointer(),
                                "The environment variable " + text + " is set by the tools that start the container '"
                                        + container.name() + "'; remove it here."));
            }
        }
    }
}
