package io.devfile.registry.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Devfiles, the files beside them, and their starter projects. */
@Path("devfiles/{name}")
@RequestScoped
@Tag(name = "devfiles")
public class DevfileResource {

    private static final String A_VERSION = "A version, latest (the highest) or default";

    @Inject
    private VersionFileEndpoint endpoint;

    @Inject
    private StarterProjectEndpoint starters;

    @Context
    private UriInfo address;

    @Context
    private HttpHeaders headers;

    @GET
    @Operation(operationId = "defaultDevfile", summary = "The devfile of the default version")
    public Response defaultDevfile(@PathParam("name") String name) {
        return endpoint.devfile(name, VersionLookup.DEFAULT, address.getQueryParameters(), headers);
    }

    @GET
    @Path("{version}")
    @Operation(operationId = "devfile", summary = "The devfile of a version")
    public Response devfile(
            @PathParam("name") String name, @Parameter(description = A_VERSION) @PathParam("version") String version) {
        return endpoint.devfile(name, version, address.getQueryParameters(), headers);
    }

    @GET
    @Path("starter-projects/{project}")
    @Operation(operationId = "defaultStarterProject", summary = "A starter project of the default version, as a zip")
    @APIResponse(responseCode = "202", description = "The zip")
    public Response defaultStarterProject(@PathParam("name") String name, @PathParam("project") String project) {
        return starters.starterProject(name, VersionLookup.DEFAULT, project, headers);
    }

    @GET
    @Path("{version}/starter-projects/{project}")
    @Operation(operationId = "starterProject", summary = "A starter project, as a zip")
    @APIResponse(responseCode = "202", description = "The zip")
    public Response starterProject(
            @PathParam("name") String name,
            @Parameter(description = A_VERSION) @PathParam("version") String version,
            @PathParam("project") String project) {
        return starters.starterProject(name, version, project, headers);
    }

    @GET
    @Path("{version}/{path: .+}")
    @Operation(
            operationId = "devfileResource",
            summary = "A file beside the devfile, to which relative addresses in the devfile refer")
    public Response file(
            @PathParam("name") String name,
            @Parameter(description = A_VERSION) @PathParam("version") String version,
            @PathParam("path") String path) {
        return endpoint.file(name, version, path, headers);
    }
}
