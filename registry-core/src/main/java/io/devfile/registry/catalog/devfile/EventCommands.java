package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.devfile.Command.Kind;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.List;
import java.util.Optional;

/**
 * The commands for preStart and postStop events are apply commands; those for postStart and preStop events are exec
 * commands. Composite commands may combine commands of the required kind.
 */
final class EventCommands implements DevfileRule {

    private record Event(String name, Kind kind) {}

    private static final List<Event> EVENTS = List.of(
            new Event("preStart", Kind.APPLY),
            new Event("postStart", Kind.EXEC),
            new Event("preStop", Kind.EXEC),
            new Event("postStop", Kind.APPLY));

    @Override
    public void check(Devfile devfile, Violations report) {
        DevfilePart events = devfile.root().at("events");
        if (!events.exists()) {
            return;
        }
        Outsiders withApply = Outsiders.among(devfile, Kind.APPLY);
        Outsiders withExec = Outsiders.among(devfile, Kind.EXEC);
        for (Event event : EVENTS) {
            Outsiders outsiders = event.kind() == Kind.APPLY ? withApply : withExec;
            for (DevfilePart reference : events.at(event.name()).items()) {
                check(event, reference, outsiders, devfile, report);
            }
        }
    }

    private static void check(
            Event event, DevfilePart reference, Outsiders outsiders, Devfile devfile, Violations report) {
        Optional<String> id = reference.text();
        if (id.isEmpty()) {
            return;
        }
        Optional<Command> command = devfile.command(id.get());
        if (command.isEmpty()) {
            if (devfile.selfContained()) {
                report.error(
                        reference.pointer(),
                        "There is no command '" + SafeText.of(id.get()) + "' for " + event.name()
                                + "; add it, or remove it here.");
            }
            return;
        }
        outsiders.reachedFrom(command.get()).ifPresent(outsider -> {
            String which = outsider.id().equals(command.get().id()) ? "" : " runs '" + outsider.id() + "', which";
            report.error(
                    reference.pointer(),
                    event.name() + " can only have " + event.kind().key() + " commands, but '"
                            + command.get().id() + "'" + which + " is "
                            + outsider.kind().key() + "; use another command, or another event.");
        });
    }
}
