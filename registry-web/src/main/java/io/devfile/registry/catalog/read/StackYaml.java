package io.devfile.registry.catalog.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A {@code stack.yaml}: what it says of the stack, and which versions it names. */
record StackYaml(Fields fields, List<Version> versions) {

    /** @param byGit it is described by a Git reference instead of a directory */
    record Version(String version, boolean isDefault, boolean byGit, Fields fields) {}

    static StackYaml of(Fields fields) {
        for (String key : List.of("name", "displayName", "icon")) {
            if (fields.text(key).isEmpty()) {
                fields.error(key, "The stack has no " + key + ". Add '" + key + ": …' to stack.yaml.");
            }
        }
        String name = fields.text("name");
        if (!name.isEmpty() && !EntryName.isValid(name)) {
            fields.error("name", EntryName.quote(name) + " cannot be the name of a stack. " + EntryName.RULE);
        }
        StackYaml stack = new StackYaml(fields, versions(fields));
        stack.checkDefaults();
        return stack;
    }

    /** Whether nothing is wrong with the file as a whole; single versions may still be. */
    boolean isValid() {
        return fields.sound();
    }

    private void checkDefaults() {
        long defaults = versions.stream().filter(Version::isDefault).count();
        if (fields.mappings("versions").isEmpty()) {
            fields.error("versions", "The stack has no versions. List at least one, with 'default: true'.");
        } else if (defaults == 0) {
            fields.error("versions", "No version is the default. Add 'default: true' to one.");
        } else if (defaults > 1) {
            fields.error("versions", defaults + " versions are the default. Keep 'default: true' on one only.");
        }
    }

    private static List<Version> versions(Fields fields) {
        List<Version> versions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Fields one : fields.mappings("versions")) {
            String version = one.text("version");
            if (version.isEmpty()) {
                if (one.sound()) {
                    one.error(
                            "version", "This version has no number. Add 'version: 1.0.0', or the number that it has.");
                }
            } else if (!EntryName.isValid(version)) {
                one.error("version", EntryName.quote(version) + " cannot be a version. " + EntryName.RULE);
            } else if (!seen.add(version)) {
                one.error("version", "Version " + version + " is listed already. Remove one of the two.");
            } else {
                versions.add(new Version(version, one.flag("default"), one.has("git"), one));
            }
        }
        return versions;
    }
}
