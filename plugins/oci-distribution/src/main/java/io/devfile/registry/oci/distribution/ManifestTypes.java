package io.devfile.registry.oci.distribution;

import java.util.Map;

/** The manifests that one asks a registry for: those that there are, so that none is converted or left out. */
final class ManifestTypes {

    /** The request header that says so. */
    static final Map<String, String> ACCEPTED = Map.of(
            "Accept",
            String.join(
                    ", ",
                    "application/vnd.oci.image.manifest.v1+json",
                    "application/vnd.oci.image.index.v1+json",
                    "application/vnd.docker.distribution.manifest.v2+json",
                    "application/vnd.docker.distribution.manifest.list.v2+json",
                    "application/vnd.oci.artifact.manifest.v1+json"));

    private ManifestTypes() {}
}
