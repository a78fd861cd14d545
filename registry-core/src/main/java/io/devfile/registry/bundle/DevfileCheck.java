package io.devfile.registry.bundle;

import io.devfile.registry.catalog.yaml.YamlReadException;
import io.devfile.registry.catalog.yaml.YamlReader;
import java.util.Map;
import java.util.Optional;

/** Distinguishes devfiles from other content that servers return instead. */
final class DevfileCheck {

    private DevfileCheck() {}

    static boolean isDevfile(byte[] bytes) {
        try {
            Optional<? extends Map<String, ?>> mapping =
                    new YamlReader().read(bytes).mapping();
            return mapping.filter(one -> one.get("schemaVersion") instanceof String)
                    .isPresent();
        } catch (YamlReadException e) {
            return false;
        }
    }
}
