package io.devfile.registry.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The icons that this server stores. */
@Path("icons/{digest}")
@RequestScoped
@Tag(name = "icons")
public class IconResource {

    @Inject
    private IconEndpoint endpoint;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(operationId = "icon", summary = "An icon of an entry or a version")
    public Response icon(
            @Parameter(description = "The hexadecimal digits of the SHA-256 of its content") @PathParam("digest")
                    String digest) {
        return endpoint.icon(digest, headers);
    }
}
