package io.devfile.registry.distribution;

import io.devfile.registry.http.ByteRange;
import io.devfile.registry.http.EntityTags;
import io.devfile.registry.spi.oci.Blob;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** One request to read something from the backend. */
final class Pull {

    private static final String IMMUTABLE = "public, max-age=31536000, immutable";
    private static final String REVALIDATE = "public, no-cache";

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Pull(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    void json(String body) throws IOException {
        writeJson(response, body);
    }

    void catalog(OciBackend backend) throws IOException, DistributionError, OciBackendException {
        SortedSet<String> names = new TreeSet<>();
        backend.repositories().forEach(name -> names.add(name.value()));
        Page page = page(names);
        json(Json.createObjectBuilder()
                .add("repositories", strings(page.items()))
                .build()
                .toString());
    }

    void tags(OciBackend backend, RepositoryName repository)
            throws IOException, DistributionError, OciBackendException {
        SortedSet<Tag> tags = backend.tags(repository).orElseThrow(Pull::noRepository);
        SortedSet<String> names = new TreeSet<>();
        tags.forEach(tag -> names.add(tag.value()));
        Page page = page(names);
        json(Json.createObjectBuilder()
                .add("name", repository.value())
                .add("tags", strings(page.items()))
                .build()
                .toString());
    }

    void manifest(OciBackend backend, RepositoryName repository, Reference reference)
            throws IOException, DistributionError, OciBackendException {
        Manifest manifest = backend.manifest(repository, reference).orElseThrow(() -> noManifest(reference));
        if (!Accepted.by(request, manifest.mediaType())) {
            throw new DistributionError(
                    ErrorCode.MANIFEST_UNKNOWN,
                    "the manifest is of type " + manifest.mediaType() + ", which the Accept header excludes");
        }
        byte[] bytes = manifest.bytes();
        boolean unchanged = head(manifest.digest(), reference instanceof Digest ? IMMUTABLE : REVALIDATE);
        response.setHeader("Vary", "Accept");
        if (!unchanged) {
            response.setContentType(manifest.mediaType().value());
            response.setContentLength(bytes.length);
            if (!isHead()) {
                response.getOutputStream().write(bytes);
            }
        }
    }

    void blob(OciBackend backend, RepositoryName repository, Digest digest)
            throws IOException, DistributionError, OciBackendException {
        Blob blob = backend.blob(repository, digest)
                .orElseThrow(() -> new DistributionError(ErrorCode.BLOB_UNKNOWN, "the repository has no such blob"));
        if (head(digest, IMMUTABLE)) {
            return;
        }
        response.setHeader("Accept-Ranges", "bytes");
        response.setContentType("application/octet-stream");
        ByteRange range = ByteRange.of(rangeWanted(digest), blob.size());
        if (range instanceof ByteRange.Unsatisfiable) {
            response.setHeader("Content-Range", "bytes */" + blob.size());
            throw new DistributionError(ErrorCode.BLOB_UNKNOWN, 416, "the range is not within the blob");
        }
        if (range instanceof ByteRange.Part part) {
            try (InputStream content = blob.open(part.offset(), part.length())) {
                response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
                response.setHeader("Content-Range", part.contentRange(blob.size()));
                response.setContentLengthLong(part.length());
                content.transferTo(response.getOutputStream());
            }
            return;
        }
        if (isHead()) {
            response.setContentLengthLong(blob.size());
        } else {
            try (InputStream content = blob.open()) {
                response.setContentLengthLong(blob.size());
                content.transferTo(response.getOutputStream());
            }
        }
    }

    void referrers(OciBackend backend, RepositoryName repository, Digest subject)
            throws IOException, OciBackendException {
        String wanted = request.getParameter("artifactType");
        JsonArrayBuilder manifests = Json.createArrayBuilder();
        for (Descriptor referrer : backend.referrers(repository, subject)) {
            boolean matches = wanted == null
                    || referrer.artifactType()
                            .filter(type -> type.value().equals(wanted))
                            .isPresent();
            if (matches) {
                manifests.add(descriptor(referrer));
            }
        }
        if (wanted != null) {
            response.setHeader("OCI-Filters-Applied", "artifactType");
        }
        response.setContentType("application/vnd.oci.image.index.v1+json");
        byte[] body = Json.createObjectBuilder()
                .add("schemaVersion", 2)
                .add("mediaType", "application/vnd.oci.image.index.v1+json")
                .add("manifests", manifests)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        if (!isHead()) {
            response.getOutputStream().write(body);
        }
    }

    static void writeJson(HttpServletResponse response, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/json");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private Page page(SortedSet<String> names) throws DistributionError {
        String n = request.getParameter("n") == null ? "" : request.getParameter("n");
        String last = request.getParameter("last") == null ? "" : request.getParameter("last");
        Page page = Page.of(names, n, last);
        page.link(request.getRequestURI(), n).ifPresent(link -> response.setHeader("Link", link));
        return page;
    }

    /** Sets what says which content this is, and whether the client has it already. */
    private boolean head(Digest digest, String caching) {
        String tag = '"' + digest.toString() + '"';
        response.setHeader("Docker-Content-Digest", digest.toString());
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", caching);
        String known = request.getHeader("If-None-Match");
        if (known != null && EntityTags.matches(known, tag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return true;
        }
        return false;
    }

    /** The range, where it is of what the client has part of already; none for HEAD, which has no use for one. */
    private String rangeWanted(Digest digest) {
        String range = request.getHeader("Range");
        String condition = request.getHeader("If-Range");
        boolean applies = condition == null || condition.strip().equals('"' + digest.toString() + '"');
        return range == null || isHead() || !applies ? "" : range;
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    private static JsonObjectBuilder descriptor(Descriptor of) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("mediaType", of.mediaType().value())
                .add("digest", of.digest().toString())
                .add("size", of.size());
        of.artifactType().ifPresent(type -> json.add("artifactType", type.value()));
        if (!of.annotations().isEmpty()) {
            JsonObjectBuilder annotations = Json.createObjectBuilder();
            of.annotations().forEach(annotations::add);
            json.add("annotations", annotations);
        }
        return json;
    }

    private static JsonArrayBuilder strings(List<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }

    private static DistributionError noRepository() {
        return new DistributionError(ErrorCode.NAME_UNKNOWN, "there is no such repository");
    }

    private static DistributionError noManifest(Reference reference) {
        return new DistributionError(ErrorCode.MANIFEST_UNKNOWN, "the repository has no manifest " + reference);
    }
}
