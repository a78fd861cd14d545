package io.devfile.registry.catalog.devfile;

import io.devfile.registry.text.ClosestNames;
import io.devfile.registry.toolkit.text.SafeText;

/**
 * The metadata may have keys of other tools; a key that is very similar to a key of the registry is most likely
 * misspelt.
 */
final class MisspeltMetadata implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        devfile.root()
                .at("metadata")
                .entries()
                .forEach((key, part) -> ClosestNames.misspelt(key, Metadata.KNOWN)
                        .ifPresent(name -> report.warning(
                                part.pointer(),
                                SafeText.quoted(key) + " is not known here. Did you mean '" + name + "'?")));
    }
}
