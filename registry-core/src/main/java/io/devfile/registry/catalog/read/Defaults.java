package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Rule;
import java.util.List;

/** Checks that exactly one of several versions is the default. */
final class Defaults {

    private Defaults() {}

    /**
     * Reports an error if no version is the default, or more than one.
     *
     * @param fields the mapping that contains {@code versions}
     * @param listed all versions, including those with errors of their own, because they also say which version is the
     *     default
     */
    static void check(YamlFields fields, List<YamlFields> listed) {
        long defaults = listed.stream().filter(one -> one.flag("default")).count();
        if (defaults == 0) {
            fields.error(Rule.DEFAULT_VERSION, "versions", "No version is the default. Add 'default: true' to one.");
        } else if (defaults > 1) {
            fields.error(
                    Rule.DEFAULT_VERSION,
                    "versions",
                    defaults + " versions are the default. Keep 'default: true' on one only.");
        }
    }

    /** Warns that another version replaces the default version, which has errors. */
    static void promoted(YamlFields fields, String version) {
        fields.warning(
                Rule.DEFAULT_VERSION,
                "versions",
                "The default version is left out, so " + version
                        + " is served as the default. Correct the errors of the default version.");
    }
}
