package io.devfile.registry.rest;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.icon.IconFile;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Answers requests for icons. An icon never changes, because its URL contains its digest. */
@ApplicationScoped
public class IconEndpoint {

    private static final String UNCHANGING = "public, max-age=31536000, immutable";

    /** Prevents an SVG image that is opened as a page from acting on behalf of the registry. */
    private static final String HARMLESS = "default-src 'none'; sandbox";

    private final CompressedFiles compressed = new CompressedFiles();

    @Inject
    private Registry registry;

    Response icon(String digest, HttpHeaders headers) {
        RegistryState state = registry.state().orElseThrow(RegistryException::notReady);
        ContentStore store = registry.content().orElseThrow(RegistryException::notReady);
        IconFile icon = state.icons()
                .withDigest(digest)
                .orElseThrow(() -> RegistryException.notFound("there is no icon " + SafeText.quoted(digest)
                        + "; use the 64 hexadecimal digits of the digest of an existing icon"));
        Response.ResponseBuilder response = new Representations(headers)
                .of(icon.file(), store, MediaType.valueOf(icon.mediaType()), compressed)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .header("Content-Security-Policy", HARMLESS);
        boolean failed = response.build().getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
        if (!failed) {
            response.header(HttpHeaders.CACHE_CONTROL, null).header(HttpHeaders.CACHE_CONTROL, UNCHANGING);
        }
        return response.build();
    }
}
