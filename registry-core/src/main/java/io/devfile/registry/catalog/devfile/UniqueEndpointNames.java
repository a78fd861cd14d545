package io.devfile.registry.catalog.devfile;

import java.util.HashSet;
import java.util.Set;

/** No two endpoints have the same name, even in different components. */
final class UniqueEndpointNames implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        Set<String> names = new HashSet<>();
        for (Component component : devfile.components()) {
            for (DevfilePart endpoint : component.endpoints()) {
                DevfilePart name = endpoint.at("name");
                name.text()
                        .filter(text -> !names.add(text))
                        .ifPresent(text -> report.error(
                                name.pointer(),
                                "Another endpoint above, in this or another component, has the name '" + text
                                        + "'; rename one of the" + " two."));
            }
        }
    }
}
