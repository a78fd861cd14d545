package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.spi.oci.NotAllowedException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.Optional;

/**
 * Reads a page of the names of all repositories, with their prefixes. Never empty.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/api/#listing-repositories">Listing repositories</a>
 */
record ListRepositories(RemoteRegistry registry, Destination page) implements Operation<Optional<Page<String>>> {

    static Destination first(RemoteRegistry registry) {
        return registry.api("_catalog").withQuery("n=" + Page.SIZE);
    }

    @Override
    public String action() {
        return "list the repositories at " + registry;
    }

    @Override
    public Call call() {
        return Call.of("GET", page, registry.catalog());
    }

    @Override
    public Optional<Page<String>> take(Answer answer, Deadline deadline)
            throws CallFailedException, MalformedJson, OciBackendException {
        if (answer.status() == 404) {
            throw new NotAllowedException(
                    action(),
                    RegistryError.of(answer).reason(answer.from().origin().toString()),
                    "This registry does not list its repositories.");
        }
        return Optional.of(Page.texts(answer, "repositories", deadline));
    }
}
