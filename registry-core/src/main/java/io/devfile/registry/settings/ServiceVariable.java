package io.devfile.registry.settings;

import java.util.regex.Pattern;

/**
 * The environment variables that Kubernetes creates for services. A service that is called {@code registry-oci} causes
 * variables that look like settings, such as {@code REGISTRY_OCI_PORT=tcp://10.0.0.1:5000}.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables">Kubernetes,
 *     Service, Environment variables</a>
 */
final class ServiceVariable {

    private static final Pattern NAME =
            Pattern.compile("[A-Z0-9_]{1,250}?_(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]{1,250})?"
                    + "|PORT_[0-9]{1,5}_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)");

    private static final Pattern ADDRESS = Pattern.compile("(?:tcp|udp|sctp)://.*");

    private ServiceVariable() {}

    static boolean is(String name, Settings settings) {
        return NAME.matcher(name).matches()
                || name.endsWith("_PORT")
                        && settings.value(name)
                                .filter(value -> ADDRESS.matcher(value).matches())
                                .isPresent();
    }
}
