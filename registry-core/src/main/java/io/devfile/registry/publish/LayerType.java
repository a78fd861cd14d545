package io.devfile.registry.publish;

import io.devfile.registry.spi.oci.model.MediaType;
import java.util.Optional;

/** The media types of an artifact, by which clients distinguish the layers. */
final class LayerType {

    static final MediaType CONFIG = new MediaType("application/vnd.devfileio.devfile.config.v2+json");

    private static final MediaType DEVFILE = new MediaType("application/vnd.devfileio.devfile.layer.v1");
    private static final MediaType SVG = new MediaType("image/svg+xml");
    private static final MediaType PNG = new MediaType("image/png");
    private static final MediaType VSX = new MediaType("application/vnd.devfileio.vsx.layer.v1.tar");
    private static final MediaType ARCHIVE = new MediaType("application/x-tar");

    private LayerType() {}

    /** The type of the layer for a resource; empty if the resource is not pushed. */
    static Optional<MediaType> of(String resource) {
        return switch (resource) {
            case "devfile.yaml", ".devfile.yaml" -> Optional.of(DEVFILE);
            case "logo.svg" -> Optional.of(SVG);
            case "logo.png" -> Optional.of(PNG);
            case "archive.tar" -> Optional.of(ARCHIVE);
            default -> resource.endsWith(".vsx") ? Optional.of(VSX) : Optional.empty();
        };
    }
}
