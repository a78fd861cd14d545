package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.devfile.Component.Kind;

/** The sizes of volumes are well-formed. */
final class VolumeSizes implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        for (Component volume : devfile.all(Kind.VOLUME)) {
            QuantityAt.read(volume.body().at("size"), "2Gi", report);
        }
    }
}
