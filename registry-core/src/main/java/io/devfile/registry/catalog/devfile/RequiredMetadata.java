package io.devfile.registry.catalog.devfile;

/** The metadata that the registry requires, and the metadata that is useful to users. */
final class RequiredMetadata implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        DevfilePart metadata = devfile.root().at("metadata");
        for (String key : Metadata.REQUIRED) {
            DevfilePart part = metadata.at(key);
            if (!isFilled(part) && !report.hasErrorAt(part.pointer()) && !report.hasErrorAt(metadata.pointer())) {
                report.error(
                        part.pointer(),
                        "The metadata must have a '" + key
                                + "' with text that is not empty; add it, because the registry lists the devfile"
                                + " by it.");
            }
        }
        for (String key : Metadata.WANTED) {
            DevfilePart part = metadata.at(key);
            if (!isFilled(part)) {
                report.warning(part.pointer(), "The metadata has no '" + key + "'; add it as information for users.");
            }
        }
        DevfilePart architectures = metadata.at("architectures");
        if (architectures.items().isEmpty()) {
            report.warning(
                    architectures.pointer(),
                    "The metadata has no 'architectures', so the devfile is listed for all architectures; list"
                            + " those that it"
                            + " supports.");
        }
    }

    private static boolean isFilled(DevfilePart part) {
        return part.value() instanceof String text && !text.isBlank();
    }
}
