package io.devfile.registry.rest;

import io.devfile.registry.index.query.IndexFormat;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The v2 index: all versions of each entry. */
@Path("v2index")
@RequestScoped
@Tag(name = "index")
public class V2IndexResource {

    @Inject
    private IndexEndpoint endpoint;

    @Context
    private UriInfo address;

    @GET
    @Operation(operationId = "v2Stacks", summary = "The stacks, with all versions of each entry")
    public Response stacks() {
        return endpoint.answer(IndexFormat.V2, "stack", address);
    }

    @GET
    @Path("{type}")
    @Operation(operationId = "v2Entries", summary = "The entries of a type, with all versions of each entry")
    public Response entries(
            @Parameter(schema = @Schema(enumeration = {"stack", "sample", "all"})) @PathParam("type") String type) {
        return endpoint.answer(IndexFormat.V2, type, address);
    }
}
