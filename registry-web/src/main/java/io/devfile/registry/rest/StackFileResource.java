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

/** The files of a stack at the URLs that other devfile registries use. */
@Path("stacks/{name}")
@RequestScoped
@Tag(name = "devfiles")
public class StackFileResource {

    @Inject
    private VersionFileEndpoint endpoint;

    @Context
    private HttpHeaders headers;

    @GET
    @Path("{path: .+}")
    @Operation(operationId = "stackFile", summary = "A file of a stack")
    public Response file(
            @PathParam("name") String name,
            @Parameter(description = "The file's path. A version can precede it; otherwise the default version is used")
                    @PathParam("path")
                    String path) {
        return endpoint.stackFile(name, path, headers);
    }
}
