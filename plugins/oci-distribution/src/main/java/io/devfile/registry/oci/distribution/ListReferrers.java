package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.Optional;

/**
 * Reads a page of the referrers of a manifest; empty if the registry does not support the referrers API.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">end-12a</a>
 */
record ListReferrers(RemoteRepository repository, Digest subject, Destination page)
        implements Operation<Optional<Page<Descriptor>>> {

    static Destination first(RemoteRepository repository, Digest subject) {
        return repository.api("referrers/" + subject);
    }

    @Override
    public String action() {
        return "list the referrers of the manifest " + subject + " of " + repository;
    }

    @Override
    public Call call() {
        return Call.of("GET", page, repository.access(Access.Right.READ));
    }

    @Override
    public Optional<Page<Descriptor>> take(Answer answer, Deadline deadline) throws CallFailedException, MalformedJson {
        if (answer.status() == 404 || answer.status() == 405) {
            return Optional.empty();
        }
        return Optional.of(Page.descriptors(answer, deadline));
    }
}
