package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.util.OptionalLong;

/**
 * Checks whether a blob exists. Returns its size in bytes if it does.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#checking-if-content-exists-in-the-registry">end-2,
 *     HEAD</a>
 */
record FindBlob(RemoteRepository repository, Digest digest) implements Operation<OptionalLong> {

    @Override
    public String action() {
        return "look for the blob " + digest + " of " + repository;
    }

    @Override
    public Call call() {
        return Call.of("HEAD", repository.api("blobs/" + digest), repository.access(Access.Right.READ));
    }

    @Override
    public OptionalLong take(Response response) throws CallFailedException, MalformedJson {
        if (response.status() == 404) {
            return OptionalLong.empty();
        }
        if (response.status() != 200) {
            throw RegistryError.unexpected(response);
        }
        if (response.length().isEmpty()) {
            throw new MalformedJson("it does not contain the size of the blob");
        }
        return response.length();
    }
}
