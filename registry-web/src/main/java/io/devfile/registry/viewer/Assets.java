package io.devfile.registry.viewer;

import io.devfile.registry.spi.oci.model.Digest;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Style sheet, script and icon. Their URLs contain a part of their digest, so that cached copies never become stale.
 * Immutable.
 */
@ApplicationScoped
public class Assets {

    /** The directory of the files in the application. */
    static final String DIRECTORY = "/WEB-INF/viewer/assets/";

    /** The prefix of all URLs. */
    static final String PREFIX = "/viewer/assets/";

    private static final int DIGITS = 12;
    private static final Map<String, String> TYPES = Map.of(
            "viewer.css", "text/css;charset=utf-8",
            "viewer.js", "text/javascript;charset=utf-8",
            "icon.svg", "image/svg+xml");

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Content> contents = new HashMap<>();

    @Inject
    private ServletContext application;

    @PostConstruct
    void load() {
        TYPES.forEach((name, type) -> {
            byte[] bytes = read(name);
            int dot = name.lastIndexOf('.');
            String hashed =
                    name.substring(0, dot) + "-" + Digest.of(bytes).hex().substring(0, DIGITS) + name.substring(dot);
            addresses.put(name, PREFIX + hashed);
            contents.put(hashed, new Content(type, bytes));
        });
    }

    private byte[] read(String name) {
        try (InputStream stream = application.getResourceAsStream(DIRECTORY + name)) {
            if (stream == null) {
                throw new IllegalStateException("Tried to read " + DIRECTORY + name
                        + " of the application, but it is not there. Deploy a complete archive.");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Tried to read " + DIRECTORY + name + " of the application, but it failed", e);
        }
    }

    /** The URL of a file, by its name in the application. */
    String address(String name) {
        return Optional.ofNullable(addresses.get(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no " + name + " in " + DIRECTORY));
    }

    /** The content at a URL, by the part after the prefix. */
    Optional<Content> content(String hashedName) {
        return Optional.ofNullable(contents.get(hashedName));
    }
}
