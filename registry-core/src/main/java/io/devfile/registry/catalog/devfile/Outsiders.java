package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.devfile.Command.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * For each command, one command of a wrong kind that it is or runs. A kind is wrong unless it is the wanted kind or
 * composite. The search goes from these commands back to their callers, in time proportional to the size of the
 * devfile, even if there are cycles.
 */
final class Outsiders {

    private final Map<String, Command> byCaller = new HashMap<>();

    private Outsiders() {}

    static Outsiders among(Devfile devfile, Kind wanted) {
        Map<String, List<String>> callers = new HashMap<>();
        Outsiders outsiders = new Outsiders();
        Deque<String> found = new ArrayDeque<>();
        devfile.commandsByKey().forEach((key, command) -> {
            for (DevfilePart part : command.parts()) {
                part.text()
                        .ifPresent(id -> callers.computeIfAbsent(Command.key(id), k -> new ArrayList<>())
                                .add(key));
            }
            if (!command.is(wanted) && !command.is(Kind.COMPOSITE)) {
                outsiders.byCaller.put(key, command);
                found.add(key);
            }
        });
        while (!found.isEmpty()) {
            String key = found.remove();
            Command outsider = outsiders.byCaller.get(key);
            for (String caller : callers.getOrDefault(key, List.of())) {
                if (outsider != null && outsiders.byCaller.putIfAbsent(caller, outsider) == null) {
                    found.add(caller);
                }
            }
        }
        return outsiders;
    }

    Optional<Command> reachedFrom(Command command) {
        return Optional.ofNullable(byCaller.get(Command.key(command.id())));
    }
}
