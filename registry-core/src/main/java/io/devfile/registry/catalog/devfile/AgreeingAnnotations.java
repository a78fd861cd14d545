package io.devfile.registry.catalog.devfile;

import io.devfile.registry.toolkit.text.SafeText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Containers that share a pod share its annotations, so they cannot give the same one different values. */
final class AgreeingAnnotations implements DevfileRule {

    private static final List<String> TARGETS = List.of("deployment", "service");

    @Override
    public void check(Devfile devfile, Violations report) {
        for (String target : TARGETS) {
            Map<String, String> values = new HashMap<>();
            for (Component container : devfile.containers()) {
                if (!container.body().at("dedicatedPod").isTrue()) {
                    DevfilePart annotations = container.body().at("annotation").at(target);
                    annotations.entries().forEach((name, part) -> check(name, part, target, values, report));
                }
            }
        }
    }

    private static void check(
            String name, DevfilePart part, String target, Map<String, String> values, Violations report) {
        part.expanded().ifPresent(value -> {
            String before = values.putIfAbsent(name, value);
            if (before != null && !before.equals(value)) {
                report.error(
                        part.pointer(),
                        "The " + target + " annotation '" + SafeText.of(name) + "' has the value '"
                                + SafeText.of(before)
                                + "' in a container above; give it the same value, or set dedicatedPod.");
            }
        });
    }
}
