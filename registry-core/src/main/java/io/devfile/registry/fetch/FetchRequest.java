package io.devfile.registry.fetch;

import java.time.Duration;
import java.util.Set;

/**
 * A file to fetch, with the limits of the fetch.
 *
 * @param address as content names it: http or https
 * @param mediaTypes the accepted media types, in lower case: {@code image/png}, {@code image/*}; empty for all. A
 *     response without a media type is accepted.
 * @param sizeLimit the maximum size of the content, in bytes
 * @param timeLimit the time limit for all of it, including redirects and content
 * @param redirectLimit the maximum number of redirects
 * @param known the validators of the content that the caller has already; {@link Validators#NONE} to fetch it in any case
 */
public record FetchRequest(
        String address,
        Set<String> mediaTypes,
        long sizeLimit,
        Duration timeLimit,
        int redirectLimit,
        Validators known) {

    private static final int REDIRECTS = 5;

    public FetchRequest {
        mediaTypes = Set.copyOf(mediaTypes);
    }

    /** A request for content of any type, that follows five redirects. */
    public static FetchRequest of(String address, long sizeLimit, Duration timeLimit) {
        return new FetchRequest(address, Set.of(), sizeLimit, timeLimit, REDIRECTS, Validators.NONE);
    }

    /** The same request, for these media types only. */
    public FetchRequest accepting(Set<String> types) {
        return new FetchRequest(address, types, sizeLimit, timeLimit, redirectLimit, known);
    }

    /** The same request, made conditional: content that matches these validators is not sent again. */
    public FetchRequest unless(Validators atHand) {
        return new FetchRequest(address, mediaTypes, sizeLimit, timeLimit, redirectLimit, atHand);
    }

    /** The address as it is shown: without parts that may be secret. */
    public String shown() {
        return RemoteAddress.show(address);
    }

    /** @param type without parameters, in lower case; empty if the response has none */
    boolean accepts(String type) {
        return mediaTypes.isEmpty()
                || type.isEmpty()
                || mediaTypes.contains(type)
                || mediaTypes.contains(type.substring(0, type.indexOf('/') + 1) + "*");
    }
}
