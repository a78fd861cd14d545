package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.devfile.Component.Kind;

/** Containers mount volumes that exist. */
final class MountedVolumes implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        for (Component container : devfile.containers()) {
            for (DevfilePart mount : container.body().at("volumeMounts").items()) {
                DevfilePart name = mount.at("name");
                name.text()
                        .filter(text -> isMissing(text, devfile))
                        .ifPresent(text -> report.error(
                                name.pointer(),
                                "There is no volume component '" + text + "' for the container '" + container.name()
                                        + "' to mount; add it, or remove the mount."));
            }
        }
    }

    private static boolean isMissing(String volume, Devfile devfile) {
        return devfile.component(volume)
                .map(component -> !component.is(Kind.VOLUME))
                .orElse(devfile.selfContained());
    }
}
