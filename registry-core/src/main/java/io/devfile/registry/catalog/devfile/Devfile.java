package io.devfile.registry.catalog.devfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A devfile as the rules access it.
 *
 * @param root the devfile as a whole
 * @param components in order
 * @param commands in order
 * @param componentsByName the first component with each name
 * @param commandsByKey the first command with each {@link Command#key}
 * @param selfContained whether there is no parent or plugin that adds commands, components or variables that are not
 *     known here
 */
record Devfile(
        DevfilePart root,
        List<Component> components,
        List<Command> commands,
        Map<String, Component> componentsByName,
        Map<String, Command> commandsByKey,
        boolean selfContained) {

    static Devfile of(Map<String, ?> document) {
        boolean hasParent = document.get("parent") != null;
        DevfilePart root = new DevfilePart("", document, Variables.of(document.get("variables"), !hasParent));
        List<Component> components =
                root.at("components").items().stream().map(Component::of).toList();
        List<Command> commands =
                root.at("commands").items().stream().map(Command::of).toList();
        Map<String, Component> componentsByName = new HashMap<>();
        components.forEach(component -> componentsByName.putIfAbsent(component.name(), component));
        Map<String, Command> commandsByKey = new HashMap<>();
        commands.forEach(command -> commandsByKey.putIfAbsent(Command.key(command.id()), command));
        boolean hasPlugin = components.stream().anyMatch(component -> component.is(Component.Kind.PLUGIN));
        return new Devfile(root, components, commands, componentsByName, commandsByKey, !hasParent && !hasPlugin);
    }

    /** The overrides of components of a parent or of plugins. */
    List<Component> overrides() {
        List<Component> overrides = new ArrayList<>();
        root.at("parent").at("components").items().forEach(one -> overrides.add(Component.of(one)));
        for (Component component : components) {
            component.body().at("components").items().forEach(one -> overrides.add(Component.of(one)));
        }
        return overrides;
    }

    /** The components of a kind, including overrides. */
    List<Component> all(Component.Kind kind) {
        return Stream.concat(components.stream(), overrides().stream())
                .filter(component -> component.is(kind))
                .toList();
    }

    List<Component> containers() {
        return components.stream()
                .filter(component -> component.is(Component.Kind.CONTAINER))
                .toList();
    }

    Optional<Component> component(String name) {
        return Optional.ofNullable(componentsByName.get(name));
    }

    Optional<Command> command(String id) {
        return Optional.ofNullable(commandsByKey.get(Command.key(id)));
    }
}
