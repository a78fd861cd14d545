package io.devfile.registry.rest;

import io.devfile.registry.change.ChangeLog;
import io.devfile.registry.change.Changes;
import io.devfile.registry.http.ResponseCacheFilter;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was added, changed and removed, for mirrors and other followers. */
@Path("api/changes")
@ApplicationScoped
@Tag(name = "changes")
public class ChangesResource {

    private static final String CURSOR = "[0-9]{1,18}-[0-9a-f]{16}";
    private static final Pattern IS_CURSOR = Pattern.compile(CURSOR);

    @Inject
    private Registry registry;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changes",
            summary = "The versions that were added, changed or removed after a cursor; without a cursor, all versions")
    public Response changes(
            @Parameter(
                            description = "The cursor of the previous answer.",
                            schema = @Schema(pattern = "^" + CURSOR + "$"))
                    @QueryParam("since")
                    String since,
            @Context HttpServletRequest request) {
        registry.state().orElseThrow(RegistryException::notReady);
        ChangeLog log = registry.changes().orElseThrow(RegistryException::notReady);
        Changes changes = since == null ? log.everything().orElseThrow(RegistryException::notReady) : after(since, log);
        ResponseCacheFilter.keep(request);
        return Response.ok(changes)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    private static Changes after(String cursor, ChangeLog log) {
        if (!IS_CURSOR.matcher(cursor).matches()) {
            throw RegistryException.badRequest("the value " + SafeText.quoted(cursor)
                    + " of the parameter since is not a cursor; use the cursor of the previous answer");
        }
        return log.since(cursor)
                .orElseThrow(() -> RegistryException.gone("the log of changes does not reach back to this cursor; start"
                        + " over with /api/changes, which lists all versions and a new cursor"));
    }
}
