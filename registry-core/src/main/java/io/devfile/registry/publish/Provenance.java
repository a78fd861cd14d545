package io.devfile.registry.publish;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.index.model.GitOrigin;
import io.devfile.registry.index.model.IndexItem;
import io.devfile.registry.index.model.IndexVersion;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.MediaType;
import io.devfile.registry.spi.oci.model.RepositoryName;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Attaches to each artifact a referrer whose annotations say where its content is from: the source's repository and
 * revision, the path, and the time of the last change. The artifact itself does not change. An artifact gets one referrer,
 * which keeps the revision that was first published: the content is the same in later revisions. Thread-safe.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.1/annotations.md">OCI Image Specification 1.1,
 *     Annotations</a>
 */
public final class Provenance {

    /** The artifact type of the referrers. */
    public static final MediaType TYPE = new MediaType("application/vnd.devfile.registry.provenance.v1+json");

    private static final MediaType EMPTY = new MediaType("application/vnd.oci.empty.v1+json");
    private static final String SOURCE = "org.opencontainers.image.source";
    private static final String REVISION = "org.opencontainers.image.revision";
    private static final String CREATED = "org.opencontainers.image.created";
    private static final String PATH = "io.devfile.registry.source.path";

    private static final Pattern ADDRESS = Pattern.compile("((?:https?|ssh|git)://)(?:[^@/]*@)?([^@]*)");

    /** Such as git@example.com:stacks.git. */
    private static final Pattern SHORT_SSH = Pattern.compile("^[^@/:]+@([^/:]+):(?!/)(.*)$");

    private final OciBackend backend;
    private final Function<String, String> location;

    /** @param location finds the location of a source by its name; paths on this machine are not published */
    public Provenance(OciBackend backend, Function<String, String> location) {
        this.backend = backend;
        this.location = location;
    }

    /** Where a version is from, as annotations. */
    Map<String, String> of(CatalogEntry entry, String version) {
        Optional<IndexVersion> described = entry.entry().version(version);
        GitOrigin git = described.map(IndexItem::git).orElse(null);
        Map<String, String> origin = new TreeMap<>();
        if (git != null) {
            Stream.concat(Stream.of(git.url()), git.remotes().values().stream())
                    .map(Provenance::address)
                    .filter(url -> !url.isEmpty())
                    .findFirst()
                    .ifPresent(url -> origin.put(SOURCE, url));
            add(origin, REVISION, git.revision());
            add(origin, PATH, git.subDir());
        } else {
            add(origin, SOURCE, address(location.apply(entry.source())));
            add(origin, REVISION, entry.revision());
            origin.put(PATH, "stacks/" + entry.directory() + (entry.stackYaml() == null ? "" : "/" + version));
        }
        described
                .map(IndexItem::lastModified)
                .ifPresent(time -> origin.put(CREATED, time.toInstant().toString()));
        return origin;
    }

    private static void add(Map<String, String> origin, String annotation, String value) {
        if (!value.isEmpty()) {
            origin.put(annotation, value);
        }
    }

    /** The address of a repository without its user and branch; empty if it is none. */
    private static String address(String location) {
        String plain = SHORT_SSH.matcher(location.replaceFirst("#.*", "")).replaceFirst("ssh://$1/$2");
        Matcher address = ADDRESS.matcher(plain);
        return address.matches() ? address.group(1) + address.group(2) : "";
    }

    /** Attaches the origin of an artifact, unless it has one. */
    void attach(RepositoryName repository, Manifest subject, Map<String, String> origin) throws OciBackendException {
        for (Descriptor referrer : backend.referrers(repository, subject.digest())) {
            if (TYPE.equals(referrer.artifactType())) {
                return;
            }
        }
        Digest empty = Digest.of(Artifact.CONFIG);
        backend.putBlob(repository, empty, Artifact.CONFIG.length, () -> new ByteArrayInputStream(Artifact.CONFIG));
        backend.putManifest(repository, manifest(subject, origin));
    }

    private static Manifest manifest(Manifest subject, Map<String, String> origin) {
        Descriptor empty = Descriptor.of(EMPTY, Digest.of(Artifact.CONFIG), Artifact.CONFIG.length);
        JsonObjectBuilder annotations = Json.createObjectBuilder();
        origin.forEach(annotations::add);
        String json = Json.createObjectBuilder()
                .add("schemaVersion", 2)
                .add("mediaType", MediaType.IMAGE_MANIFEST.value())
                .add("artifactType", TYPE.value())
                .add("config", json(empty))
                .add("layers", Json.createArrayBuilder().add(json(empty)))
                .add("subject", json(subject.descriptor()))
                .add("annotations", annotations)
                .build()
                .toString();
        return Manifest.of(MediaType.IMAGE_MANIFEST, json.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObjectBuilder json(Descriptor descriptor) {
        return Json.createObjectBuilder()
                .add("mediaType", descriptor.mediaType().value())
                .add("digest", descriptor.digest().toString())
                .add("size", descriptor.size());
    }
}
