package io.devfile.registry.oci.distribution.auth;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The authentication that a registry requires, from the header {@code WWW-Authenticate}.
 *
 * @param scheme in lower case
 * @param parameters by name in lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-11.6.1">RFC 9110, section 11.6.1</a>
 */
public record Challenge(String scheme, Map<String, String> parameters) {

    public Challenge {
        scheme = scheme.toLowerCase(Locale.ROOT);
        Map<String, String> byName = new TreeMap<>();
        parameters.forEach((name, value) -> byName.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        parameters = Map.copyOf(byName);
    }

    boolean isBasic() {
        return scheme.equals("basic");
    }

    /** Whether it names the service that issues the required tokens. */
    boolean isBearer() {
        return scheme.equals("bearer") && parameters.containsKey("realm");
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /**
     * The parameters that distinguish one token from another; the others only state why the last token was rejected.
     */
    Challenge tokenKey() {
        Map<String, String> kept = new TreeMap<>(parameters);
        kept.keySet().retainAll(Set.of("realm", "service", "scope"));
        return new Challenge(scheme, kept);
    }
}
