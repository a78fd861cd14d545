package io.devfile.registry.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Writes a body for the errors of the JAX-RS implementation, for example for a path without a resource. */
@Provider
public class WebErrorMapper implements ExceptionMapper<WebApplicationException> {

    @Override
    public Response toResponse(WebApplicationException error) {
        Response.ResponseBuilder response = Response.status(error.getResponse().getStatus())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.entity(new ErrorBody(message(error.getResponse().getStatus())))
                .build();
    }

    private static String message(int status) {
        return switch (status) {
            case 404 -> "there is nothing at this address; /openapi describes the available addresses";
            case 406 -> "none of the types in the Accept header is available; request application/json or */*";
            default -> "the request is not supported (" + status + "); /openapi describes the supported requests";
        };
    }
}
