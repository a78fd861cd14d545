package io.devfile.registry.rest;

import io.devfile.registry.index.Index;
import io.devfile.registry.index.model.IndexEntry;
import io.devfile.registry.index.query.InvalidParameterException;
import io.devfile.registry.index.query.SuggestionQuery;
import io.devfile.registry.index.search.Ranking;
import io.devfile.registry.refresh.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Suggestions while typing: the best entries for the words so far. */
@Path("api/search")
@ApplicationScoped
@Tag(name = "search")
public class SearchResource {

    @Inject
    private Registry registry;

    /**
     * @param total how many entries the text finds
     * @param understood the words that were searched instead of the text; empty if the text itself finds something
     */
    @JsonbPropertyOrder({"total", "understood", "results"})
    public record Results(int total, String understood, List<Result> results) {}

    /** @param matched the field that has the words */
    @JsonbPropertyOrder({"name", "displayName", "type", "matched"})
    public record Result(String name, String displayName, String type, String matched) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "search", summary = "The entries that a text finds, the best first, for suggestions")
    public Response search(@Context UriInfo address) {
        try {
            SuggestionQuery query = SuggestionQuery.parse(address.getQueryParameters());
            Index index =
                    registry.state().orElseThrow(RegistryException::notReady).index();
            return Response.ok(results(query, index))
                    .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                    .build();
        } catch (InvalidParameterException e) {
            throw RegistryException.badRequest(e.getMessage());
        }
    }

    private static Results results(SuggestionQuery query, Index index) {
        Ranking ranking = index.rank(query.text());
        String searched = ranking.understood().isEmpty() ? query.text() : ranking.understood();
        return new Results(
                ranking.positions().size(),
                ranking.understood(),
                ranking.positions().stream()
                        .limit(query.limit())
                        .map(position -> result(index.entries().get(position), index.whereFound(searched, position)))
                        .toList());
    }

    private static Result result(IndexEntry entry, String matched) {
        String shown = entry.displayName().isBlank() ? entry.name() : entry.displayName();
        return new Result(entry.name(), shown, entry.type().text(), matched);
    }
}
