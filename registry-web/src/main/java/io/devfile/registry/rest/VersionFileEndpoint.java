package io.devfile.registry.rest;

import io.devfile.registry.catalog.CatalogEntry;
import io.devfile.registry.catalog.VersionContent;
import io.devfile.registry.content.ContentStore;
import io.devfile.registry.content.StoredFile;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers requests for a devfile, or a file beside one. */
@ApplicationScoped
public class VersionFileEndpoint {

    /** Prevents a page or an image in a stack from acting on behalf of the registry. */
    private static final String HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    @Inject
    private Registry registry;

    Response devfile(String name, String version, MultivaluedMap<String, String> parameters, HttpHeaders headers) {
        VersionLookup.Found found = lookup().find(name, version, parameters);
        MediaType type = FileTypes.yaml(headers.getAcceptableMediaTypes());
        return response(found.files().devfileContent(), type, found.lastModified(), headers)
                .build();
    }

    /** @param path of the file; its first segment may be a version */
    Response stackFile(String name, String path, HttpHeaders headers) {
        VersionLookup lookup = lookup();
        CatalogEntry entry = lookup.entry(name);
        if (path.equals("stack.yaml") && entry.stackYaml() != null) {
            MediaType type = FileTypes.yaml(headers.getAcceptableMediaTypes());
            return response(entry.stackYaml(), type, null, headers).build();
        }
        int slash = path.indexOf('/');
        return slash > 0 && lookup.isVersion(entry, path.substring(0, slash))
                ? file(name, path.substring(0, slash), path.substring(slash + 1), headers)
                : file(name, VersionLookup.DEFAULT, path, headers);
    }

    Response file(String name, String version, String path, HttpHeaders headers) {
        if (path.length() > 1024
                || List.of(path.split("/", -1)).stream().anyMatch(VersionFileEndpoint::isInvalidSegment)) {
            throw RegistryException.badRequest("the path " + SafeText.quoted(path)
                    + " is not the path of a file; use at most 1024 characters, without empty parts, '.' and '..'");
        }
        VersionLookup.Found found = lookup().find(name, version);
        VersionContent files = found.files();
        StoredFile file = files.file(path)
                .orElseThrow(() -> RegistryException.notFound("there is no file " + SafeText.quoted(path)
                        + " beside the devfile; the files are "
                        + files.files().keySet().stream().limit(50).collect(Collectors.joining(", "))));
        return response(file, FileTypes.of(path, headers.getAcceptableMediaTypes()), found.lastModified(), headers)
                .header("Content-Security-Policy", HARMLESS)
                .build();
    }

    private Response.ResponseBuilder response(
            StoredFile file, MediaType type, @Nullable Instant lastModified, HttpHeaders headers) {
        Response.ResponseBuilder response =
                new Representations(headers).of(file, store(), type).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (lastModified != null) {
            response.header(HttpHeaders.LAST_MODIFIED, Representations.httpDate(lastModified));
        }
        return response;
    }

    private static boolean isInvalidSegment(String segment) {
        return segment.isEmpty() || segment.equals(".") || segment.equals("..");
    }

    private VersionLookup lookup() {
        RegistryState state = registry.state().orElseThrow(RegistryException::notReady);
        return new VersionLookup(state);
    }

    private ContentStore store() {
        return registry.content().orElseThrow(RegistryException::notReady);
    }
}
