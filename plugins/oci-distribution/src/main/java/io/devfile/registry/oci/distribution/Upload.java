package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Destination;

/**
 * An upload of a blob into a repository.
 *
 * @param location where the next part is sent to
 * @param smallestChunk the minimum size in bytes of each chunk except the last; 0 if the registry does not require
 *     chunks
 */
record Upload(RemoteRepository repository, Destination location, long smallestChunk) {

    private static final int MOST_DIGITS = 18;

    /** The upload that a response opens. */
    static Upload opened(RemoteRepository repository, Answer answer) throws CallFailedException {
        String least = answer.header("OCI-Chunk-Min-Length").orElse("0");
        boolean number = least.length() <= MOST_DIGITS && least.matches("\\d+");
        return new Upload(repository, location(answer), number ? Long.parseLong(least) : 0);
    }

    /** The upload after the response to one of its parts. */
    Upload after(Answer answer) throws CallFailedException {
        return answer.header("Location").isPresent() ? new Upload(repository, location(answer), smallestChunk) : this;
    }

    Access access() {
        return repository.access(Access.Right.WRITE);
    }

    private static Destination location(Answer answer) throws CallFailedException {
        String text = answer.header("Location")
                .orElseThrow(() -> CallFailedException.lasting(
                        answer.from().origin() + " did not return the location for the upload",
                        "Check that url is the address of a registry."));
        return answer.from().resolve("Location", text);
    }
}
