package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Rule;
import java.util.Set;
import java.util.SortedMap;

/** The {@code deploymentScopes} of an entry that is described outside of a devfile. */
final class Scopes {

    private static final Set<String> KNOWN = Set.of("innerloop", "outerloop");

    private Scopes() {}

    /** The scopes; adds an error for each unknown scope. */
    static SortedMap<String, Boolean> of(YamlFields fields) {
        SortedMap<String, Boolean> scopes = fields.flagMap("deploymentScopes");
        scopes.keySet().stream()
                .filter(scope -> !KNOWN.contains(scope))
                .forEach(scope -> fields.error(
                        Rule.DEPLOYMENT_SCOPES,
                        "deploymentScopes",
                        EntryName.quote(scope) + " is not a deployment scope. Use innerloop and outerloop."));
        return scopes;
    }
}
