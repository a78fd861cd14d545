package io.devfile.registry.rest;

import io.devfile.registry.index.IndexAnswers;
import io.devfile.registry.index.query.IndexFormat;
import io.devfile.registry.index.query.IndexQuery;
import io.devfile.registry.index.query.InvalidParameterException;
import io.devfile.registry.index.query.TypeFilter;
import io.devfile.registry.refresh.Registry;
import io.devfile.registry.state.RegistryState;
import io.devfile.registry.toolkit.text.SafeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Answers requests for the index, in either format. */
@ApplicationScoped
public class IndexEndpoint {

    @Inject
    private Registry registry;

    Response answer(IndexFormat format, String type, UriInfo address) {
        TypeFilter filter = TypeFilter.named(type)
                .orElseThrow(() -> RegistryException.notFound("there is no index of type " + SafeText.quoted(type)
                        + "; the types are stack, sample and all"));
        try {
            IndexQuery query = IndexQuery.parse(format, filter, address.getQueryParameters());
            RegistryState state = registry.state().orElseThrow(RegistryException::notReady);
            IndexAnswers.Answer answer = state.answers().answer(query);
            Response.ResponseBuilder response =
                    Representations.index(answer.json(), state.builtAt()).header("X-Total-Count", answer.total());
            PageLinks.of(address, query.page(), answer.total()).ifPresent(links -> response.header("Link", links));
            return response.build();
        } catch (InvalidParameterException e) {
            throw RegistryException.badRequest(e.getMessage());
        }
    }
}
