package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.toolkit.json.MalformedJson;

/**
 * One request of the distribution API, and what its answer means.
 *
 * @param <T> what it gives
 */
interface Operation<T> {

    /** What it is for and on what, continuing the words "Tried to". */
    String action();

    /** The request, the same each time. */
    Call call();

    /**
     * What the answer means. Is not asked about answers that may be others next time, or that let one not in.
     *
     * @param deadline when the answer has to be read
     * @throws CallFailedException where it means that the request failed
     * @throws MalformedJson where it is not of the form that the specification gives it
     * @throws OciBackendException where it means something that asking again does not change
     */
    T take(Answer answer, Deadline deadline) throws CallFailedException, MalformedJson, OciBackendException;
}
