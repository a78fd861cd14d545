package io.devfile.registry.catalog.devfile;

import java.util.HashMap;
import java.util.Map;

/** Containers that share a pod share its ports, so no two of them can use the same port. */
final class UniqueTargetPorts implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        Map<Long, Component> owners = new HashMap<>();
        for (Component container : devfile.containers()) {
            if (container.body().at("dedicatedPod").isTrue()) {
                continue;
            }
            for (DevfilePart endpoint : container.endpoints()) {
                DevfilePart port = endpoint.at("targetPort");
                if (port.value() instanceof Number number) {
                    Component owner = owners.putIfAbsent(number.longValue(), container);
                    if (owner != null && owner != container) {
                        report.error(
                                port.pointer(),
                                "The container '" + owner.name() + "' already has the targetPort " + number
                                        + "; choose another one, or set dedicatedPod.");
                    }
                }
            }
        }
    }
}
