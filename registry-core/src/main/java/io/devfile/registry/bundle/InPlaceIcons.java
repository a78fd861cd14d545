package io.devfile.registry.bundle;

import io.devfile.registry.fetch.FetchGuard;
import java.io.IOException;
import java.util.Optional;

/** Icons of entries without files in the bundle, as {@code data:} URIs, up to a maximum total size. For one thread. */
final class InPlaceIcons {

    /** The maximum size of a source's YAML files, in bytes. */
    static final int YAML_SIZE = 1024 * 1024;

    private static final int ROOM = YAML_SIZE / 2;

    private final IconCopies icons;
    private final MissingReport report;
    private int taken;

    InPlaceIcons(IconCopies icons, MissingReport report) {
        this.icons = icons;
        this.report = report;
    }

    /** The icon itself, or its address if it is not included. */
    String of(String address, Owner owner) throws IOException, InterruptedException {
        Optional<IconCopies.Icon> icon = icons.of(address, owner);
        if (icon.isEmpty()) {
            return address;
        }
        String data = icon.get().dataUri();
        if (taken + data.length() > ROOM) {
            report.missing(
                    Missing.Kind.ICON,
                    owner,
                    FetchGuard.shown(address),
                    "The icons of entries without a devfile are too large together. Make them smaller.");
            return address;
        }
        taken += data.length();
        return data;
    }
}
