package io.devfile.registry.viewer.detail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command of a devfile.
 *
 * @param label what the command does, in words; empty if the devfile has no label
 * @param text what is run, or what is applied
 * @param component in which the command runs; empty if this does not apply
 * @param isDefault whether this is the default command of its group
 */
public record CommandView(String id, String label, String text, String component, boolean isDefault) {

    private static final Pattern WORD = Pattern.compile("(\\S*)(\\s*)");
    private static final List<String> GROUPS = List.of("build", "run", "test", "debug", "deploy");

    /**
     * The commands of a group.
     *
     * @param name {@code Build}, {@code Run}, …; {@code Other} for commands without a group
     */
    public record Group(String name, List<CommandView> commands) {}

    /**
     * A part of a command that is shown in one line, if it fits.
     *
     * @param space the white space behind it
     */
    public record Word(String text, String space) {}

    /** The text in parts, because browsers would also break it at hyphens. */
    public List<Word> words() {
        return WORD.matcher(text)
                .results()
                .filter(word -> !word.group().isEmpty())
                .map(word -> new Word(word.group(1), word.group(2)))
                .toList();
    }

    /** The groups that have commands. */
    static List<Group> groups(Part devfile) {
        Map<String, List<CommandView>> groups = new LinkedHashMap<>();
        GROUPS.forEach(group -> groups.put(group, new ArrayList<>()));
        groups.put("other", new ArrayList<>());
        for (Part command : devfile.at("commands").items()) {
            Part body = body(command);
            String kind = body.at("group").text("kind");
            groups.getOrDefault(GROUPS.contains(kind) ? kind : "other", new ArrayList<>())
                    .add(of(command, body));
        }
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(capitalised(group.getKey()), List.copyOf(group.getValue())))
                .toList();
    }

    private static Part body(Part command) {
        for (String kind : List.of("exec", "apply", "composite", "vscodeTask", "vscodeLaunch", "custom")) {
            if (command.at(kind).exists()) {
                return command.at(kind);
            }
        }
        return new Part(null);
    }

    private static CommandView of(Part command, Part body) {
        return new CommandView(
                command.text("id"),
                body.text("label"),
                text(command, body),
                command.at("exec").exists() ? body.text("component") : "",
                body.at("group").at("isDefault").isTrue());
    }

    private static String text(Part command, Part body) {
        if (command.at("exec").exists()) {
            return body.text("commandLine");
        }
        if (command.at("apply").exists()) {
            return "apply " + body.text("component");
        }
        if (command.at("composite").exists()) {
            String between = body.at("parallel").isTrue() ? " & " : " → ";
            return body.at("commands").items().stream().map(Part::text).collect(Collectors.joining(between));
        }
        return body.text("uri");
    }

    private static String capitalised(String group) {
        return group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1);
    }
}
