package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.toolkit.json.MalformedJson;

/**
 * One request of the distribution API, and the interpretation of its response.
 *
 * @param <T> the result
 */
interface Operation<T> {

    /** The purpose and object of the request, continuing the words "Tried to". */
    String action();

    /** The request, the same each time. */
    Call call();

    /**
     * Interprets the response. Not called for temporary failures and authentication failures.
     *
     * @throws CallFailedException if the response means that the request failed
     * @throws MalformedJson if the response does not have the form that the specification requires
     * @throws OciBackendException if the response means a failure that a retry does not change
     */
    T take(Response response) throws CallFailedException, MalformedJson, OciBackendException;
}
