package io.devfile.registry.fetch;

import java.time.Duration;
import java.util.Set;

/**
 * What to fetch, and how much of it is wanted at most.
 *
 * @param address as content names it: http or https
 * @param mediaTypes those that are taken, in lower case: {@code image/png}, {@code image/*}; empty for all. A remote that
 *     names none is taken at its word's absence.
 * @param sizeLimit of the content, in bytes
 * @param timeLimit for all of it, redirects and content included
 * @param redirectLimit how many are followed
 * @param known of what is at hand already; {@link Validators#NONE} to have it in any case
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

    /** This, but for these media types alone. */
    public FetchRequest accepting(Set<String> types) {
        return new FetchRequest(address, types, sizeLimit, timeLimit, redirectLimit, known);
    }

    /** This, but only where it is not what is at hand. */
    public FetchRequest unless(Validators atHand) {
        return new FetchRequest(address, mediaTypes, sizeLimit, timeLimit, redirectLimit, atHand);
    }

    /** The address to be shown: without what may be secret. */
    public String shown() {
        return RemoteAddress.show(address);
    }

    /** @param type without parameters, in lower case; empty where the remote names none */
    boolean accepts(String type) {
        return mediaTypes.isEmpty()
                || type.isEmpty()
                || mediaTypes.contains(type)
                || mediaTypes.contains(type.substring(0, type.indexOf('/') + 1) + "*");
    }
}
