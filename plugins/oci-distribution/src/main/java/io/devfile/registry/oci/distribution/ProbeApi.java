package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;

/**
 * Checks whether there is a registry that grants access.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#determining-support">end-1</a>
 */
record ProbeApi(RemoteRegistry registry) implements Operation<Boolean> {

    @Override
    public String action() {
        return "use the registry at " + registry;
    }

    @Override
    public Call call() {
        return Call.of("GET", registry.api(""), registry.entrance());
    }

    @Override
    public Boolean take(Answer answer, Deadline deadline) throws CallFailedException {
        if (answer.status() != 200) {
            throw RegistryError.unexpected(answer);
        }
        return true;
    }
}
