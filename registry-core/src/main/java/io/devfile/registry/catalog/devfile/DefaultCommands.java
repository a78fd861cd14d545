package io.devfile.registry.catalog.devfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** If several commands belong to the same group kind, exactly one of them is the default. */
final class DefaultCommands implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        Map<String, List<Command>> groups = new LinkedHashMap<>();
        for (Command command : devfile.commands()) {
            group(command)
                    .at("kind")
                    .text()
                    .ifPresent(kind ->
                            groups.computeIfAbsent(kind, k -> new ArrayList<>()).add(command));
        }
        groups.forEach((kind, commands) -> check(kind, commands, devfile, report));
    }

    private static void check(String kind, List<Command> commands, Devfile devfile, Violations report) {
        List<Command> defaults = commands.stream()
                .filter(command -> group(command).at("isDefault").isTrue())
                .toList();
        for (Command surplus : defaults.subList(Math.min(1, defaults.size()), defaults.size())) {
            report.error(
                    group(surplus).at("isDefault").pointer(),
                    "'" + surplus.id() + "' is a second default for the kind '" + kind + "', beside '"
                            + defaults.get(0).id() + "'; set isDefault for one of them only.");
        }
        if (defaults.isEmpty() && commands.size() > 1 && devfile.selfContained()) {
            report.warning(
                    group(commands.get(0)).pointer(),
                    "None of the " + commands.size() + " commands of the kind '" + kind
                            + "' is the default; set isDefault for one of them.");
        }
    }

    private static DevfilePart group(Command command) {
        return command.body().at("group");
    }
}
