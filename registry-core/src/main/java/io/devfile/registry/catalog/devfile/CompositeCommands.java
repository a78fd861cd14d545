package io.devfile.registry.catalog.devfile;

import io.devfile.registry.toolkit.text.SafeText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A composite command runs commands that exist, and never runs itself, directly or indirectly. */
final class CompositeCommands implements DevfileRule {

    private static final int SHOWN = 5;

    /** A composite command that is being checked, and its commands that are still to be checked. */
    private record Step(Command command, Iterator<DevfilePart> remaining) {}

    @Override
    public void check(Devfile devfile, Violations report) {
        Set<String> finished = new HashSet<>();
        for (Command command : devfile.commands()) {
            walk(command, finished, devfile, report);
        }
    }

    // Not recursive, because the chain of composite commands can be as long as the devfile.
    private static void walk(Command start, Set<String> finished, Devfile devfile, Violations report) {
        Set<String> open = new HashSet<>();
        Deque<Step> steps = new ArrayDeque<>();
        enter(start, open, finished, steps);
        while (!steps.isEmpty()) {
            Step step = steps.peek();
            if (!step.remaining().hasNext()) {
                steps.pop();
                open.remove(Command.key(step.command().id()));
                continue;
            }
            DevfilePart reference = step.remaining().next();
            Optional<String> id = reference.text();
            if (id.isEmpty()) {
                continue;
            }
            Optional<Command> called = devfile.command(id.get());
            if (called.isEmpty()) {
                reportUnknown(id.get(), reference, step.command(), devfile, report);
            } else if (open.contains(Command.key(id.get()))) {
                report.error(reference.pointer(), circle(called.get(), steps));
            } else {
                enter(called.get(), open, finished, steps);
            }
        }
    }

    private static void enter(Command command, Set<String> open, Set<String> finished, Deque<Step> steps) {
        String key = Command.key(command.id());
        if (command.is(Command.Kind.COMPOSITE) && finished.add(key)) {
            open.add(key);
            steps.push(new Step(command, command.parts().iterator()));
        }
    }

    private static void reportUnknown(
            String id, DevfilePart reference, Command command, Devfile devfile, Violations report) {
        if (devfile.selfContained()) {
            report.error(
                    reference.pointer(),
                    "There is no command '" + SafeText.of(id) + "' for the composite '" + command.id()
                            + "' to run; add it, or remove it here.");
        }
    }

    private static String circle(Command called, Deque<Step> steps) {
        List<String> through = new ArrayList<>();
        for (Step step : steps) {
            if (step.command().id().equals(called.id())) {
                break;
            }
            through.add(0, step.command().id());
            if (through.size() > SHOWN) {
                through.set(0, "…");
                break;
            }
        }
        return through.isEmpty()
                ? "The composite '" + called.id() + "' runs itself; remove it from its own commands."
                : "The composite '" + called.id() + "' runs itself through " + String.join(", ", through)
                        + "; remove one of these calls.";
    }
}
