package io.devfile.registry.rest;

import io.devfile.registry.http.RequestIds;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Map;

/** Hides internal errors from the client, and logs them with the ID of the request, which is also in the response. */
@Provider
public class DefectMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(DefectMapper.class.getName());

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable defect) {
        String id = RequestIds.of(request);
        LOG.log(Level.ERROR, "The request " + id + " failed", defect);
        return Response.serverError()
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Map.of("status", "the registry failed to respond; see its log", "error", "request " + id))
                .build();
    }
}
