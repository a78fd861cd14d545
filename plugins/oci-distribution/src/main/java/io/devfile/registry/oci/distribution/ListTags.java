package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.Optional;

/**
 * Reads a page of the tags of a repository; empty if there is no such repository.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags">end-8</a>
 */
record ListTags(RemoteRepository repository, Destination page) implements Operation<Optional<Page<String>>> {

    static Destination first(RemoteRepository repository) {
        return repository.api("tags/list").withQuery("n=" + Page.SIZE);
    }

    @Override
    public String action() {
        return "list the tags of " + repository;
    }

    @Override
    public Call call() {
        return Call.of("GET", page, repository.access(Access.Right.READ));
    }

    @Override
    public Optional<Page<String>> take(Answer answer, Deadline deadline) throws CallFailedException, MalformedJson {
        if (answer.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(Page.texts(answer, "tags", deadline));
    }
}
