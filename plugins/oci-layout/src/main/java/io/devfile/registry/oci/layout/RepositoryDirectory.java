package io.devfile.registry.oci.layout;

import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import io.devfile.registry.spi.oci.model.RepositoryName;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The directory of one repository, an OCI image layout: {@code <root>/<name>}, so that a person finds version 2.6.0 of
 * {@code devfile-catalog/go} as {@code oci:<root>/devfile-catalog/go:2.6.0}.
 *
 * <p>A repository may be within another ({@code a} and {@code a/blobs}). Therefore a part of a name that equals the
 * name of a file of a layout, {@code blobs}, {@code index.json} or {@code oci-layout}, gets an underscore as a prefix:
 * {@code a/_blobs}. No part of a name begins with an underscore, so two names never share a directory. Names are lower
 * case, so this is also true if the file system ignores case. Other files below the root have names that begin with a
 * dot.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md">OCI Image Specification 1.1,
 *     Image layout</a>
 */
record RepositoryDirectory(RepositoryName name, Path path) {

    static final String BLOBS = "blobs";
    static final String INDEX = "index.json";
    static final String MARKER = "oci-layout";

    private static final Set<String> RESERVED = Set.of(BLOBS, INDEX, MARKER);
    private static final String ESCAPE = "_";

    static RepositoryDirectory of(Path root, RepositoryName name) {
        Path path = root;
        for (String part : name.value().split("/")) {
            path = path.resolve(RESERVED.contains(part) ? ESCAPE + part : part);
        }
        return new RepositoryDirectory(name, path);
    }

    /** The repository whose directory this is, or empty if it is not the directory of a repository. */
    static Optional<RepositoryDirectory> at(Path root, Path path) {
        StringJoiner name = new StringJoiner("/");
        for (Path part : root.relativize(path)) {
            String text = part.toString();
            boolean escaped = text.startsWith(ESCAPE) && RESERVED.contains(text.substring(ESCAPE.length()));
            name.add(escaped ? text.substring(ESCAPE.length()) : text);
        }
        return RepositoryName.tryParse(name.toString())
                .map(found -> of(root, found))
                .filter(found -> found.path.equals(path));
    }

    Path index() {
        return path.resolve(INDEX);
    }

    /** The file to which an unreadable index is renamed. */
    Path damagedIndex() {
        return path.resolve(".index.json.damaged");
    }

    Path marker() {
        return path.resolve(MARKER);
    }

    Path blobs(DigestAlgorithm algorithm) {
        return path.resolve(BLOBS).resolve(algorithm.identifier());
    }

    Path blob(Digest digest) {
        return blobs(digest.algorithm()).resolve(digest.hex());
    }
}
