package io.devfile.registry.viewer;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Set;
import java.util.TreeSet;

/** Identifies a build by the files that create its pages, so that a new build never uses a page of an old build. */
@ApplicationScoped
public class BuildId {

    private static final Set<String> ROOTS = Set.of("/WEB-INF/viewer/", "/WEB-INF/classes/io/devfile/registry/viewer/");

    @Inject
    private ServletContext application;

    private String digest = "";

    @PostConstruct
    void compute() {
        Set<String> files = new TreeSet<>();
        ROOTS.forEach(root -> collect(root, files));
        MessageDigest computation = DigestAlgorithm.SHA256.newMessageDigest();
        for (String file : files) {
            try (InputStream stream = application.getResourceAsStream(file)) {
                computation.update(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException("Tried to read " + file + " of the application, but it failed", e);
            }
        }
        digest = Digest.of(computation, DigestAlgorithm.SHA256).hex();
    }

    /** The digest of templates and classes; the same on every server with this build. */
    String digest() {
        return digest;
    }

    private void collect(String directory, Set<String> files) {
        Set<String> paths = application.getResourcePaths(directory);
        for (String path : paths == null ? Set.<String>of() : paths) {
            if (path.endsWith("/")) {
                collect(path, files);
            } else {
                files.add(path);
            }
        }
    }
}
