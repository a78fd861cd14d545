package io.devfile.registry.oci.distribution.auth;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.oci.distribution.http.Origin;
import io.devfile.registry.oci.distribution.http.Transport;
import io.devfile.registry.toolkit.http.Deadline;
import io.devfile.registry.toolkit.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Provides the credentials for the requests to a registry: none until the registry asks for them, then those that it
 * asked for. The credentials are for that registry only. Used by many threads.
 */
public final class Authorizer {

    private static final int MAX_COUNT = 10_000;

    private final Credentials credentials;
    private final Origin registry;
    private final Tokens tokens;
    private final Map<Access, Challenge> answered = new ConcurrentHashMap<>();

    public Authorizer(Credentials credentials, Origin registry, Transport transport) {
        this.credentials = credentials;
        this.registry = registry;
        this.tokens = new Tokens(new TokenService(transport, credentials, registry));
    }

    /**
     * The value of {@code Authorization} that is probably accepted; empty if the registry has not asked for credentials
     * yet.
     */
    public Optional<String> header(Access access, Deadline deadline) throws CallFailedException {
        if (credentials instanceof Credentials.ReadyToken ready) {
            return Optional.of(ready.header());
        }
        Challenge known = answered.get(access);
        return known == null ? Optional.empty() : Optional.of(answer(known, null, deadline));
    }

    /**
     * The value of {@code Authorization} after the registry rejected a request.
     *
     * @param wanted the values of {@code WWW-Authenticate}
     * @param refused the value that was sent, if any
     * @throws CallFailedException if there are no better credentials
     */
    public String header(Access access, List<String> wanted, @Nullable String refused, Deadline deadline)
            throws CallFailedException {
        if (credentials instanceof Credentials.ReadyToken ready) {
            String now = ready.header();
            if (now.equals(refused)) {
                throw CallFailedException.notAllowed(
                        registry + " does not accept the configured token", "Set a valid token.");
            }
            return now;
        }
        Challenge challenge = choose(ChallengeParser.parse(wanted));
        String header = answer(challenge, refused, deadline);
        if (header.equals(refused)) {
            throw CallFailedException.notAllowed(
                    registry + " does not accept the user name and password",
                    "Correct the settings username and password.");
        }
        if (answered.size() >= MAX_COUNT) {
            answered.clear();
        }
        answered.put(access, challenge);
        return header;
    }

    private String answer(Challenge challenge, @Nullable String refused, Deadline deadline) throws CallFailedException {
        if (challenge.isBearer()) {
            return tokens.header(challenge, refused, deadline);
        }
        if (credentials instanceof Credentials.Login login) {
            return login.header();
        }
        throw CallFailedException.notAllowed(
                registry + " requires credentials", "Set username and password, or a token.");
    }

    private Challenge choose(List<Challenge> challenges) throws CallFailedException {
        for (Challenge challenge : challenges) {
            if (challenge.isBearer() || challenge.isBasic()) {
                return challenge.tokenKey();
            }
        }
        String schemes = challenges.stream().map(Challenge::scheme).collect(Collectors.joining(", "));
        throw CallFailedException.notAllowed(
                registry + " requires an unsupported authentication scheme: " + SafeText.quoted(schemes),
                "Configure the registry to accept Basic or Bearer.");
    }
}
