package io.devfile.registry.oci.distribution.auth;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Destination;
import io.devfile.registry.oci.distribution.http.Origin;
import io.devfile.registry.oci.distribution.http.Response;
import io.devfile.registry.oci.distribution.http.Transport;
import io.devfile.registry.toolkit.http.Deadline;
import io.devfile.registry.toolkit.json.MalformedJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Requests tokens from the service that a registry names.
 *
 * @param registry the registry whose challenges are trusted
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token Authentication Specification</a>
 */
record TokenService(Transport transport, Credentials credentials, Origin registry) {

    private static final int MAX_SIZE = 256 * 1024;

    /** A new token for a challenge. */
    BearerToken fetch(Challenge challenge, Deadline deadline) throws CallFailedException {
        Destination realm = realm(challenge);
        long asked = System.nanoTime();
        try (Response response = ask(realm.withMoreQuery(query(challenge)), deadline)) {
            require(response, realm);
            return BearerToken.parse(response.bytes(MAX_SIZE), asked);
        } catch (MalformedJson e) {
            throw CallFailedException.permanent(
                            "the response of " + realm + " is not a token: " + e.getMessage(),
                            "Check that the registry uses the right token service.")
                    .because(e);
        }
    }

    private Response ask(Destination address, Deadline deadline) throws CallFailedException {
        Map<String, String> headers = credentials instanceof Credentials.Login login
                ? Map.of("Authorization", login.header(), "Accept", "application/json")
                : Map.of("Accept", "application/json");
        try {
            return transport.send("GET", address, headers, null, deadline);
        } catch (IOException e) {
            throw new UncheckedIOException("A request without content cannot fail to read content", e);
        }
    }

    /**
     * Returns the address of the token service, which receives the credentials: any service if the connection to it is
     * encrypted, otherwise only one on the host of an unencrypted registry.
     */
    private Destination realm(Challenge challenge) throws CallFailedException {
        String text = challenge.parameter("realm").orElse("");
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            throw wrong("is not a valid address");
        }
        Origin origin = Origin.of(address).orElseThrow(() -> wrong("is not an http or https address"));
        if (address.getRawUserInfo() != null) {
            throw wrong("contains a user name");
        }
        boolean ownHost = !registry.isEncrypted() && origin.host().equals(registry.host());
        if (!origin.isEncrypted() && !ownHost) {
            throw wrong("is not encrypted: " + origin);
        }
        return Destination.of(address);
    }

    private CallFailedException wrong(String what) {
        return CallFailedException.permanent(
                "the address of the token service of " + registry + " " + what,
                "Correct the realm in the registry's configuration.");
    }

    private static String query(Challenge challenge) {
        StringJoiner query = new StringJoiner("&");
        challenge.parameter("service").ifPresent(service -> query.add("service=" + encode(service)));
        for (String scope : challenge.parameter("scope").orElse("").split(" ")) {
            if (!scope.isEmpty()) {
                query.add("scope=" + encode(scope));
            }
        }
        query.add("client_id=devfile-registry");
        return query.toString();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void require(Response response, Destination realm) throws CallFailedException {
        int status = response.status();
        if (status == 200) {
            return;
        }
        String reason = realm + ", the token service of the registry, responded with " + status;
        if (status == 401 || status == 403) {
            throw CallFailedException.notAllowed(
                    reason, "Check the settings username and password, and the permissions of this user.");
        }
        if (status == 408 || status == 429 || status >= 500) {
            throw CallFailedException.temporary(reason, "Check the status of the token service.");
        }
        throw CallFailedException.permanent(reason, "Correct the realm in the registry's configuration.");
    }
}
