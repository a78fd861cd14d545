package io.devfile.registry.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.UUID;

/** Hides internal errors from the client, and logs them with a number that is also in the response. */
@Provider
public class DefectMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(DefectMapper.class.getName());

    @Override
    public Response toResponse(Throwable defect) {
        String number = UUID.randomUUID().toString();
        LOG.log(Level.ERROR, "A request failed; the response to the client has the number " + number, defect);
        return Response.serverError()
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(Map.of("status", "the registry failed to respond; see its log", "error", "failure " + number))
                .build();
    }
}
