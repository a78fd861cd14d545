package io.devfile.registry.catalog.devfile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Projects with the same name are allowed, but only the first of them can be requested. */
final class UniqueProjectNames implements DevfileRule {

    private static final List<String> LISTS = List.of("projects", "starterProjects", "dependentProjects");

    @Override
    public void check(Devfile devfile, Violations report) {
        for (String list : LISTS) {
            Set<String> names = new HashSet<>();
            for (DevfilePart project : devfile.root().at(list).items()) {
                DevfilePart name = project.at("name");
                name.text()
                        .filter(text -> !names.add(text))
                        .ifPresent(text -> report.warning(
                                name.pointer(),
                                "'" + text + "' is already the name of one of the " + list + " above, which hides"
                                        + " this one; rename one of the two."));
            }
        }
    }
}
