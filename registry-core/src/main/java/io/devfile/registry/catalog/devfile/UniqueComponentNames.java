package io.devfile.registry.catalog.devfile;

import java.util.HashSet;
import java.util.Set;

/** No two components have the same name. */
final class UniqueComponentNames implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        Set<String> names = new HashSet<>();
        for (Component component : devfile.components()) {
            if (!names.add(component.name())) {
                report.error(
                        component.whole().at("name").pointer(),
                        "A component named '" + component.name() + "' is above already; rename one of the two.");
            }
        }
    }
}
