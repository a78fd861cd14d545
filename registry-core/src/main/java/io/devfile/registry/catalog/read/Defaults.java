package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Rule;
import java.util.List;

/** The one version of several that is the default. */
final class Defaults {

    private Defaults() {}

    /**
     * Finds an error where none is the default, or more than one.
     *
     * @param fields which have {@code versions}
     * @param listed all of these, also those with errors of their own: they do say which one is meant
     */
    static void check(Fields fields, List<Fields> listed) {
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

    /** Says that another version stands in for the default one, which has errors. */
    static void promoted(Fields fields, String version) {
        fields.warning(
                Rule.DEFAULT_VERSION,
                "versions",
                "The default version is left out, so " + version
                        + " is served as the default. Correct the errors of the default version.");
    }
}
