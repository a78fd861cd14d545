package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A {@code stack.yaml}: the data of the stack, and the versions that it names. */
record StackYaml(YamlFields fields, List<Version> versions) {

    static final String FILE = "stack.yaml";

    private static final List<String> REQUIRED = List.of("name", "displayName", "icon");

    /** @param byGit whether it is described by a Git reference instead of a directory */
    record Version(String version, boolean isDefault, boolean byGit, YamlFields fields) {}

    static StackYaml of(YamlFields fields) {
        for (String key : REQUIRED) {
            if (fields.isBlank(key)) {
                fields.error(
                        Rule.MISSING_METADATA,
                        key,
                        "The stack has no " + key + ". Add '" + key + ": …' to stack.yaml.");
            }
        }
        String name = fields.text("name");
        if (!name.isEmpty() && !EntryName.isValid(name)) {
            fields.error(
                    Rule.INVALID_NAME,
                    "name",
                    SafeText.quoted(name) + " cannot be the name of a stack. " + EntryName.RULE);
        }
        fields.warnOfMisspelt(EntryFields.STACK_YAML);
        // before any version is read, so that an error is reported once and affects the whole stack
        EntryFields.checkStack(fields);
        List<YamlFields> listed = fields.mappings("versions");
        if (listed.isEmpty()) {
            fields.error(
                    Rule.MISSING_VERSIONS,
                    "versions",
                    "The stack has no versions. List at least one, with 'default: true'.");
        } else {
            Defaults.check(fields, listed);
        }
        return new StackYaml(fields, versions(listed));
    }

    /** Whether the file as a whole has no errors; single versions may still have errors. */
    boolean isValid() {
        return fields.sound();
    }

    /** Checks the number of a version in a list of versions. */
    static void checkNumber(YamlFields one, Set<String> seen) {
        String version = one.text("version");
        if (one.isBlank("version")) {
            one.error(
                    Rule.MISSING_METADATA,
                    "version",
                    "This version has no number. Add its number, for example 'version: 1.0.0'.");
        } else if (!version.isEmpty() && !EntryName.isValid(version)) {
            one.error(
                    Rule.INVALID_NAME, "version", SafeText.quoted(version) + " cannot be a version. " + EntryName.RULE);
        } else if (!version.isEmpty() && !seen.add(version)) {
            one.error(
                    Rule.DUPLICATE_ENTRY, "version", "Version " + version + " is listed twice. Remove one of the two.");
        }
    }

    private static List<Version> versions(List<YamlFields> listed) {
        List<Version> versions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlFields one : listed) {
            one.warnOfMisspelt(List.of("version", "default", "git"));
            checkNumber(one, seen);
            boolean isDefault = one.flag("default");
            if (one.sound()) {
                versions.add(new Version(one.text("version"), isDefault, one.has("git"), one));
            }
        }
        return versions;
    }
}
