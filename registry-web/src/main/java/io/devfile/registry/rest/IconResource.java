package io.devfile.registry.rest;

import io.devfile.registry.content.ContentStore;
import io.devfile.registry.icon.IconFile;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The icons that this server stores. An icon never changes, because its URL contains its digest. */
@Path("icons/{digest}")
@ApplicationScoped
@Tag(name = "icons")
public class IconResource {

    private static final String UNCHANGING = "public, max-age=31536000, immutable";

    /** Prevents an SVG image that is opened as a page from acting on behalf of the registry. */
    private static final String HARMLESS = "default-src 'none'; sandbox";

    @Inject
    private Registry registry;

    @GET
    @Operation(operationId = "icon", summary = "An icon of an entry or a version")
    public Response icon(
            @Parameter(description = "The hexadecimal digits of the SHA-256 of its content") @PathParam("digest")
                    String digest,
            @Context HttpHeaders headers) {
        RegistryState state = registry.state().orElseThrow(RegistryException::notReady);
        ContentStore store = registry.content().orElseThrow(RegistryException::notReady);
        IconFile icon = state.icons()
                .withDigest(digest)
                .orElseThrow(() -> RegistryException.notFound("there is no icon " + SafeText.quoted(digest)
                        + "; use the 64 hexadecimal digits of the digest of an existing icon"));
        Response.ResponseBuilder response = new Representations(headers)
                .of(icon.file(), store, MediaType.valueOf(icon.mediaType()))
                .header("Content-Security-Policy", HARMLESS);
        boolean failed = response.build().getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
        if (!failed) {
            response.header(HttpHeaders.CACHE_CONTROL, null).header(HttpHeaders.CACHE_CONTROL, UNCHANGING);
        }
        return response.build();
    }
}
