package io.devfile.registry.oci.distribution.http;

import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** Converts an exception of Java into the reason why a connection failed. */
final class WireFailure {

    private static final String LOOK_AT_REGISTRY = "See that the registry runs and can be reached from this server.";

    private WireFailure() {}

    static CallFailedException of(Throwable failure, Origin origin) {
        if (failure instanceof InterruptedIOException interrupt && !(failure instanceof SocketTimeoutException)) {
            return CallFailedException.interrupted(interrupt);
        }
        return classify(failure, origin).because(failure);
    }

    private static CallFailedException classify(Throwable failure, Origin origin) {
        if (has(failure, UnresolvedAddressException.class)) {
            return CallFailedException.passing(
                    "no host is known by the name " + origin.host(), "Correct the name, or see that it is resolved.");
        }
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return CallFailedException.passing("nothing answers at " + origin, LOOK_AT_REGISTRY);
        }
        if (failure instanceof HttpTimeoutException) {
            return CallFailedException.late(reason(failure), LOOK_AT_REGISTRY);
        }
        if (has(failure, CertificateException.class)) {
            return CallFailedException.lasting(
                    "the certificate of " + origin + " is not trusted: " + reason(failure),
                    "Name the authority that issued it in the setting ca, or correct the certificate.");
        }
        if (failure instanceof ProtocolException) {
            return CallFailedException.lasting(
                    "what " + origin + " answers is not HTTP: " + reason(failure), "Correct the address.");
        }
        if (failure instanceof SSLException) {
            return CallFailedException.passing(
                    "no encrypted connection to " + origin + " comes about: " + reason(failure),
                    "See that it speaks TLS at this port, in a version that is not outdated.");
        }
        return CallFailedException.passing(
                "the connection to " + origin + " broke: " + reason(failure), LOOK_AT_REGISTRY);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank() ? failure.getClass().getSimpleName() : ForeignText.quoted(message);
    }
}
