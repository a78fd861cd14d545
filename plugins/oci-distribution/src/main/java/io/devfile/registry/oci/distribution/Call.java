package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Transport;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request of an operation, without credentials.
 *
 * @param headers without duplicates; copied
 */
record Call(
        String method,
        Destination destination,
        Access access,
        Map<String, String> headers,
        Transport.@Nullable Content content) {

    Call {
        headers = Map.copyOf(headers);
    }

    /** A request without content. */
    static Call of(String method, Destination destination, Access access) {
        return new Call(method, destination, access, Map.of(), null);
    }

    /** Whether it changes nothing, so that a redirect may be followed. */
    boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
