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
                        "Another component above has the name '" + component.name() + "'; rename one of the two.");
            }
        }
    }
}
