package io.devfile.registry.rest;

import jakarta.ws.rs.core.MediaType;
import java.net.URLConnection;
import java.util.List;

/** The media type of a file of a stack, by its name. */
final class FileTypes {

    static final MediaType YAML = new MediaType("application", "yaml");
    static final MediaType PLAIN = MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8");
    static final MediaType ZIP = new MediaType("application", "zip");

    private FileTypes() {}

    /** The type of YAML files: plain text for browsers, which would otherwise save the file instead of showing it. */
    static MediaType yaml(List<MediaType> accepted) {
        boolean browser = accepted.stream().anyMatch(type -> type.getSubtype().equals("html"));
        return browser ? PLAIN : YAML;
    }

    static MediaType of(String path, List<MediaType> accepted) {
        if (path.endsWith(".yaml") || path.endsWith(".yml")) {
            return yaml(accepted);
        }
        if (path.endsWith(".svg")) {
            return new MediaType("image", "svg+xml");
        }
        String guessed = URLConnection.getFileNameMap().getContentTypeFor(path);
        boolean text =
                guessed == null && !path.substring(path.lastIndexOf('/') + 1).contains(".");
        return text ? PLAIN : guessed == null ? MediaType.APPLICATION_OCTET_STREAM_TYPE : MediaType.valueOf(guessed);
    }
}
