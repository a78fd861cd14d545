package io.devfile.registry.catalog.devfile;

import java.util.HashSet;
import java.util.Set;

/** No two commands have the same id; ids are not case-sensitive. */
final class UniqueCommandIds implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        Set<String> keys = new HashSet<>();
        for (Command command : devfile.commands()) {
            if (!keys.add(Command.key(command.id()))) {
                report.error(
                        command.whole().at("id").pointer(),
                        "Another command above has the id '" + command.id() + "'; change one of the two ids.");
            }
        }
    }
}
