package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.auth.Authorizer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Origin;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.oci.distribution.http.Transport;
import io.devfile.registry.toolkit.http.Deadline;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gets the response to a call: sends credentials to the registry only, and follows redirects to content that is stored
 * elsewhere.
 *
 * @param home the origin that the credentials are for
 */
record Delivery(Transport transport, Authorizer authorizer, Origin home) implements AutoCloseable {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MAX_REDIRECTS = 5;

    /**
     * The response that is not a redirect; the client closes it.
     *
     * @throws IOException if reading the content to send fails
     */
    Response deliver(Call call, Deadline deadline) throws CallFailedException, IOException {
        Set<URI> seen = new HashSet<>();
        Destination next = call.destination();
        while (seen.add(next.address())) {
            Response response = ask(call, next, deadline);
            if (!REDIRECTS.contains(response.status())) {
                return response;
            }
            try (response) {
                next = redirect(call, response, seen.size());
            }
        }
        throw CallFailedException.permanent(
                next.origin() + " redirects in a loop, via " + next,
                "Correct the configuration of the registry, or of the proxy in front of it.");
    }

    @Override
    public void close() {
        transport.close();
    }

    private static Destination redirect(Call call, Response response, int count) throws CallFailedException {
        Destination next = response.from()
                .resolve(
                        "Location",
                        response.header("Location")
                                .orElseThrow(() -> CallFailedException.permanent(
                                        response.from() + " redirects without an address",
                                        "Correct the configuration of the registry.")));
        if (!call.isSafe()) {
            throw CallFailedException.permanent(
                    response.from().origin() + " redirects the upload to " + next,
                    "Set url to the address of the registry itself.");
        }
        if (count > MAX_REDIRECTS) {
            throw CallFailedException.permanent(
                    call.destination().origin() + " redirects more than " + MAX_REDIRECTS + " times, last to " + next,
                    "Correct the configuration of the registry, or of the proxy in front of it.");
        }
        return next;
    }

    private Response ask(Call call, Destination where, Deadline deadline) throws CallFailedException, IOException {
        if (!where.origin().equals(home)) {
            return send(call, where, null, deadline);
        }
        Access access = call.access();
        String shown = authorizer.header(access, deadline).orElse(null);
        Response response = send(call, where, shown, deadline);
        if (response.status() != 401) {
            return response;
        }
        List<String> wanted;
        try (response) {
            wanted = response.headers("WWW-Authenticate");
        }
        String header = authorizer.header(access, wanted, shown, deadline);
        return send(call, where, header, deadline);
    }

    private Response send(Call call, Destination where, @Nullable String authorization, Deadline deadline)
            throws CallFailedException, IOException {
        Map<String, String> headers = new HashMap<>(call.headers());
        if (authorization != null) {
            headers.put("Authorization", authorization);
        }
        return transport.send(call.method(), where, headers, call.content(), deadline);
    }
}
