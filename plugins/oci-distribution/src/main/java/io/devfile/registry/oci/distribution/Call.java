package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Payload;
import java.util.Map;

/**
 * A request as an operation wants it, without what shows who asks.
 *
 * @param headers each once; copied
 */
record Call(String method, Destination destination, Access access, Map<String, String> headers, Payload payload) {

    Call {
        headers = Map.copyOf(headers);
    }

    /** A request without content. */
    static Call of(String method, Destination destination, Access access) {
        return new Call(method, destination, access, Map.of(), Payload.NONE);
    }

    /** Whether it changes nothing, so that one may be sent elsewhere for it. */
    boolean isSafe() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
