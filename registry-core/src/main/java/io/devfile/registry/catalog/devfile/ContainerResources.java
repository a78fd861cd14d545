package io.devfile.registry.catalog.devfile;

import java.util.Optional;

/** The memory and CPU requests of a container are well-formed, and not higher than its limits. */
final class ContainerResources implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        for (Component container : devfile.all(Component.Kind.CONTAINER)) {
            DevfilePart body = container.body();
            check(body.at("memoryRequest"), body.at("memoryLimit"), "512Mi", report);
            check(body.at("cpuRequest"), body.at("cpuLimit"), "500m", report);
        }
    }

    private static void check(DevfilePart request, DevfilePart limit, String example, Violations report) {
        Optional<Quantity> requested = QuantityAt.read(request, example, report);
        Optional<Quantity> allowed = QuantityAt.read(limit, example, report);
        // A limit of zero means no limit.
        if (requested.isPresent()
                && allowed.filter(quantity -> !quantity.isZero()).isPresent()
                && requested.get().compareTo(allowed.get()) > 0) {
            report.error(
                    request.pointer(),
                    "The request of " + request.expanded().orElse("") + " is more than the limit of "
                            + limit.expanded().orElse("") + "; lower it, or raise the limit.");
        }
    }
}
