package io.devfile.registry.viewer;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;

/** Tells builds apart by what pages are made with, so that a new build never takes an old page for its own. */
final class BuildId {

    private static final Set<String> ROOTS = Set.of("/WEB-INF/viewer/", "/WEB-INF/classes/io/devfile/registry/viewer/");

    private BuildId() {}

    /** The digest of the templates and classes; the same for every server with this build. */
    static String of(ServletContext application) throws IOException {
        Set<String> files = new TreeSet<>();
        ROOTS.forEach(root -> collect(application, root, files));
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String file : files) {
                try (InputStream stream = application.getResourceAsStream(file)) {
                    digest.update(stream.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static void collect(ServletContext application, String directory, Set<String> files) {
        Set<String> paths = application.getResourcePaths(directory);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                collect(application, path, files);
            } else {
                files.add(path);
            }
        }
    }
}
