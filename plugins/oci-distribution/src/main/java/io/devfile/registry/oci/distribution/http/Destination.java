package io.devfile.registry.oci.distribution.http;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The target of a request. Its text contains neither the query, which may be a signature that grants access, nor user
 * names.
 *
 * @param address with a host
 */
public record Destination(URI address, Origin origin) {

    /** @throws IllegalArgumentException if it is not an address of HTTP */
    public static Destination of(URI address) {
        return new Destination(
                address,
                Origin.of(address)
                        .orElseThrow(() -> new IllegalArgumentException("Not an address of http or https: scheme "
                                + address.getScheme() + ", host " + address.getHost())));
    }

    /**
     * The target that a header of a response from this address refers to.
     *
     * @param header the name of the header
     * @param reference the value of the header: an address, or a reference relative to this address
     * @throws CallFailedException if the value is not an address, or is not encrypted although this address is
     */
    public Destination resolve(String header, String reference) throws CallFailedException {
        URI next;
        try {
            next = address.resolve(new URI(reference.strip()));
        } catch (URISyntaxException e) {
            throw wrong(header, "is not an address");
        }
        Origin target = Origin.of(next).orElseThrow(() -> wrong(header, "is not an http or https address"));
        if (next.getRawUserInfo() != null) {
            throw wrong(header, "contains a user name");
        }
        if (origin.isEncrypted() && !target.isEncrypted()) {
            throw wrong(header, "leads from https to " + target);
        }
        return new Destination(next, target);
    }

    /** This address with another query. */
    public Destination withQuery(String query) {
        String text = address.toString();
        int fragment = text.indexOf('#');
        String whole = fragment < 0 ? text : text.substring(0, fragment);
        int mark = whole.indexOf('?');
        return of(URI.create((mark < 0 ? whole : whole.substring(0, mark)) + "?" + query));
    }

    /** This address with more parameters after its query. */
    public Destination withMoreQuery(String more) {
        String query = address.getRawQuery();
        return withQuery(query == null || query.isEmpty() ? more : query + "&" + more);
    }

    @Override
    public String toString() {
        String path = address.getRawPath();
        return origin + (path == null ? "" : path);
    }

    private CallFailedException wrong(String header, String what) {
        return CallFailedException.permanent(
                "the " + header + " in a response of " + origin + " " + what,
                "Correct the registry, or the proxy in front of it: it must know the address that clients use"
                        + " (X-Forwarded-Proto, or the registry's own setting).");
    }
}
