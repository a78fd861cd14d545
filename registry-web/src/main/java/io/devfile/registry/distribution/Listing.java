package io.devfile.registry.distribution;

import io.devfile.registry.publish.RegistryBackend;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackend;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.state.RegistryState;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers with the names of repositories or tags, page by page.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags">OCI Distribution
 *     Specification 1.1, Listing tags</a>
 */
record Listing(DistributionExchange exchange, RegistryBackend backend) {

    void tags(RepositoryName repository) throws IOException, DistributionError, OciBackendException {
        SortedSet<Tag> tags = backend.read(content -> content.tags(repository))
                .orElseThrow(() -> new DistributionError(
                        ErrorCode.NAME_UNKNOWN, "there is no such repository", Map.of("name", repository.value())));
        SortedSet<String> names = new TreeSet<>();
        tags.forEach(tag -> names.add(tag.value()));
        JsonArrayBuilder page = page(names);
        exchange.json(Json.createObjectBuilder()
                .add("name", repository.value())
                .add("tags", page)
                .build()
                .toString());
    }

    /**
     * Lists the repositories of the backend, or the published ones if only administrators may list all of them.
     *
     * @param state the served state; null if nothing is served
     */
    void repositories(@Nullable RegistryState state) throws IOException, DistributionError, OciBackendException {
        SortedSet<String> names;
        try {
            names = names(backend.read(OciBackend::repositories).stream());
        } catch (NotAllowedException e) {
            names = names(published(state));
        }
        exchange.json(Json.createObjectBuilder()
                .add("repositories", page(names))
                .build()
                .toString());
    }

    private static Stream<RepositoryName> published(@Nullable RegistryState state) {
        return Stream.ofNullable(state)
                .flatMap(served -> served.catalog().entries().stream())
                .flatMap(entry -> entry.repository().stream())
                .map(RepositoryName::new);
    }

    private static SortedSet<String> names(Stream<RepositoryName> repositories) {
        return repositories
                .filter(Namespace::contains)
                .map(RepositoryName::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonArrayBuilder page(SortedSet<String> names) throws DistributionError {
        String n = exchange.parameter("n").orElse("");
        ListPage page = ListPage.of(names, n, exchange.parameter("last").orElse(""));
        page.link(exchange.request().getRequestURI(), n)
                .ifPresent(link -> exchange.response().setHeader("Link", link));
        return strings(page.items());
    }

    private static JsonArrayBuilder strings(List<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }
}
