package io.devfile.registry.oci.distribution;

import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.toolkit.json.MalformedJson;
import io.devfile.registry.toolkit.json.ManifestContent;

/** The content of a manifest, or an exception that states the attempted operation. */
final class ParsedManifest {

    private ParsedManifest() {}

    /** @param action continuing the words "Tried to" */
    static ManifestContent of(Manifest manifest, String action) throws OciBackendException {
        try {
            return ManifestContent.of(manifest);
        } catch (MalformedJson e) {
            throw new OciBackendException(
                    action, e.getMessage(), "Write it as defined in the OCI image specification.", e);
        }
    }
}
