package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.devfile.Component.Kind;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An exec command runs in a container; an apply command applies a container, an image or a manifest. */
final class CommandComponents implements DevfileRule {

    private static final Set<Kind> FOR_EXEC = EnumSet.of(Kind.CONTAINER);
    private static final Set<Kind> FOR_APPLY = EnumSet.of(Kind.CONTAINER, Kind.IMAGE, Kind.KUBERNETES, Kind.OPENSHIFT);

    @Override
    public void check(Devfile devfile, Violations report) {
        for (Command command : devfile.commands()) {
            if (command.is(Command.Kind.EXEC)) {
                check(command, FOR_EXEC, devfile, report);
            } else if (command.is(Command.Kind.APPLY)) {
                check(command, FOR_APPLY, devfile, report);
            }
        }
    }

    private static void check(Command command, Set<Kind> allowed, Devfile devfile, Violations report) {
        DevfilePart reference = command.body().at("component");
        Optional<String> name = reference.text();
        if (name.isEmpty()) {
            return;
        }
        String shown = "'" + SafeText.of(name.get()) + "'";
        Optional<Component> component = devfile.component(name.get());
        if (component.isEmpty() && devfile.selfContained()) {
            report.error(
                    reference.pointer(),
                    "There is no component " + shown + " for the command '" + command.id()
                            + "'; add it, or name an existing component.");
        } else if (component.isPresent() && !allowed.contains(component.get().kind())) {
            String kinds = allowed.stream().map(Kind::key).collect(Collectors.joining(" or "));
            report.error(
                    reference.pointer(),
                    "The component " + shown + " is of the kind "
                            + component.get().kind().key() + ", but "
                            + command.kind().key() + " needs " + kinds + "; name another component.");
        }
    }
}
