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

/** The v1 index: the default version merged into each entry. */
@Path("index")
@RequestScoped
@Tag(name = "index")
public class IndexResource {

    @Inject
    private IndexEndpoint endpoint;

    @Context
    private UriInfo address;

    @GET
    @Operation(operationId = "v1Stacks", summary = "The stacks, with the default version folded into each entry")
    public Response stacks() {
        return endpoint.answer(IndexFormat.V1, "stack", address);
    }

    @GET
    @Path("{type}")
    @Operation(
            operationId = "v1Entries",
            summary = "The entries of a type, with the default version folded into each entry")
    public Response entries(
            @Parameter(schema = @Schema(enumeration = {"stack", "sample", "all"})) @PathParam("type") String type) {
        return endpoint.answer(IndexFormat.V1, type, address);
    }
}
