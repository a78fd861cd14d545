package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.auth.Access;
import io.devfile.registry.oci.distribution.auth.Authorizer;
import io.devfile.registry.oci.distribution.http.Answer;
import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Deadline;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Origin;
import io.devfile.registry.oci.distribution.http.Transport;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gets the response to a call: sends credentials to the registry only, and follows redirects to content that is stored
 * elsewhere.
 *
 * @param home the origin that the credentials are for
 */
record Delivery(Transport transport, Authorizer authorizer, Origin home) {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;

    /**
     * The response that is not a redirect; the caller closes it.
     *
     * @throws IOException if reading the content to send fails
     */
    Answer deliver(Call call, Deadline deadline) throws CallFailedException, IOException {
        Set<URI> seen = new HashSet<>();
        Destination next = call.destination();
        while (seen.add(next.address())) {
            Answer answer = ask(call, next, deadline);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            try (answer) {
                next = redirect(call, answer, seen.size());
            }
        }
        throw CallFailedException.lasting(
                next.origin() + " redirects in a loop, via " + next,
                "Correct the configuration of the registry, or of the proxy in front of it.");
    }

    private static Destination redirect(Call call, Answer answer, int count) throws CallFailedException {
        Destination next = answer.from()
                .resolve(
                        "Location",
                        answer.header("Location")
                                .orElseThrow(() -> CallFailedException.lasting(
                                        answer.from() + " redirects without an address",
                                        "Correct the configuration of the registry.")));
        if (!call.isSafe()) {
            throw CallFailedException.lasting(
                    answer.from().origin() + " redirects the upload to " + next,
                    "Set url to the address of the registry itself.");
        }
        if (count > MOST_REDIRECTS) {
            throw CallFailedException.lasting(
                    call.destination().origin() + " redirects more than " + MOST_REDIRECTS + " times, last to " + next,
                    "Correct the configuration of the registry, or of the proxy in front of it.");
        }
        return next;
    }

    private Answer ask(Call call, Destination where, Deadline deadline) throws CallFailedException, IOException {
        if (!where.origin().equals(home)) {
            return send(call, where, Optional.empty(), deadline);
        }
        Access access = call.access();
        Optional<String> shown = authorizer.header(access, deadline);
        Answer answer = send(call, where, shown, deadline);
        if (answer.status() != 401) {
            return answer;
        }
        List<String> wanted;
        try (answer) {
            wanted = answer.headers("WWW-Authenticate");
        }
        String header = authorizer.header(access, wanted, shown, deadline);
        return send(call, where, Optional.of(header), deadline);
    }

    private Answer send(Call call, Destination where, Optional<String> authorization, Deadline deadline)
            throws CallFailedException, IOException {
        Map<String, String> headers = new HashMap<>(call.headers());
        authorization.ifPresent(value -> headers.put("Authorization", value));
        return transport.send(call.method(), where, headers, call.payload(), deadline);
    }
}
