package io.devfile.registry.catalog.devfile;

import io.devfile.registry.toolkit.text.SafeText;
import java.util.Map;
import java.util.Set;

/** The deployment scopes of a devfile are the inner loop and the outer loop only, with the values true or false. */
public final class DeploymentScopes implements DevfileRule {

    /** The scopes that there are. */
    public static final Set<String> KNOWN = Set.of("innerloop", "outerloop");

    @Override
    public void check(Devfile devfile, Violations report) {
        DevfilePart scopes = devfile.root().at("metadata").at(Metadata.DEPLOYMENT_SCOPES);
        if (!scopes.exists()) {
            return;
        }
        if (!(scopes.value() instanceof Map<?, ?> map)) {
            report.error(
                    scopes.pointer(), "The deployment scopes must be a mapping; write 'innerloop: true', for example.");
            return;
        }
        if (map.size() > KNOWN.size()) {
            report.error(
                    scopes.pointer(),
                    "There can be two deployment scopes at most, innerloop and outerloop; remove the rest.");
        }
        scopes.entries().forEach((name, part) -> {
            if (!KNOWN.contains(name)) {
                report.error(
                        part.pointer(),
                        SafeText.quoted(name) + " is not a deployment scope; use innerloop and outerloop.");
            } else if (!(part.value() instanceof Boolean)) {
                report.error(part.pointer(), "A deployment scope must be true or false; write one of these.");
            }
        });
    }
}
