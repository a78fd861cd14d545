package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.yaml.Excerpt;
import io.devfile.registry.text.ClosestNames;
import java.util.Set;

/**
 * The metadata may have keys of other tools; a key that is very similar to a key of the registry is most likely
 * misspelt.
 */
final class MisspeltMetadata implements DevfileRule {

    private static final Set<String> KNOWN = Set.of(
            "architectures",
            "attributes",
            "deploymentScopes",
            "description",
            "displayName",
            "globalMemoryLimit",
            "icon",
            "language",
            "name",
            "projectType",
            "provider",
            "supportUrl",
            "tags",
            "version",
            "website");

    @Override
    public void check(Devfile devfile, Violations report) {
        devfile.root()
                .at("metadata")
                .entries()
                .forEach((key, part) -> ClosestNames.misspelt(key, KNOWN)
                        .ifPresent(name -> report.warning(
                                part.pointer(),
                                "'" + Excerpt.of(key) + "' is not known here. Did you mean '" + name + "'?")));
    }
}
