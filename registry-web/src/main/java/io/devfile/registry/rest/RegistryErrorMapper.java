package io.devfile.registry.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Writes the errors that the registry itself reports. */
@Provider
public class RegistryErrorMapper implements ExceptionMapper<RegistryException> {

    @Override
    public Response toResponse(RegistryException error) {
        Response.ResponseBuilder response = Response.status(error.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(
                        error.error().isEmpty()
                                ? new ErrorBody(error.getMessage())
                                : new FailureBody(error.getMessage(), error.error()));
        if (error.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            response.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return response.build();
    }
}
