package io.devfile.registry.toolkit.http;

import io.devfile.registry.spi.config.RefusedAddressException;
import io.devfile.registry.toolkit.text.SafeText;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * There is no response to a request, or not all of it. The message is the reason, continuing the word "but"; it names the
 * server, and neither a path nor a query, which may be secret.
 */
public final class HttpFailure extends IOException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_MESSAGE_LENGTH = 200;

    private final Kind kind;

    private HttpFailure(Kind kind, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.kind = kind;
    }

    /** What failed. */
    public enum Kind {
        /** The name of the host cannot be resolved. */
        UNKNOWN_HOST,
        /** The policy for addresses does not allow the host. */
        REFUSED_ADDRESS,
        /** No connection was accepted. */
        NO_CONNECTION,
        /** The certificate of the server is not trusted. */
        UNTRUSTED,
        /** No TLS connection could be established for another reason. */
        NO_TLS,
        /** The response is not HTTP. */
        NOT_HTTP,
        /** A time limit was exceeded. */
        TIMED_OUT,
        /** The connection broke. */
        BROKEN,
        /** The thread was interrupted; its interrupt status is set. */
        INTERRUPTED
    }

    /** What failed. */
    public Kind kind() {
        return kind;
    }

    /** The failure of a thread that was interrupted; sets its interrupt status. */
    static HttpFailure interrupted(@Nullable Throwable cause) {
        Thread.currentThread().interrupt();
        return new HttpFailure(Kind.INTERRUPTED, "the thread was interrupted", cause);
    }

    static HttpFailure timedOut(String reason, @Nullable Throwable cause) {
        return new HttpFailure(Kind.TIMED_OUT, reason, cause);
    }

    /** @param server scheme, host and port */
    static HttpFailure of(Exception failure, String server, String host) {
        if (find(failure, RefusedAddressException.class) instanceof RefusedAddressException refused) {
            return new HttpFailure(Kind.REFUSED_ADDRESS, refused.getMessage(), failure);
        }
        if (find(failure, UnknownHostException.class) != null) {
            return new HttpFailure(
                    Kind.UNKNOWN_HOST, "the host name " + SafeText.of(host) + " cannot be resolved", failure);
        }
        if (failure instanceof ConnectTimeoutException
                || failure instanceof HttpHostConnectException
                || find(failure, ConnectException.class) != null) {
            return new HttpFailure(Kind.NO_CONNECTION, server + " does not accept connections", failure);
        }
        if (failure instanceof SSLPeerUnverifiedException || find(failure, CertificateException.class) != null) {
            return new HttpFailure(
                    Kind.UNTRUSTED, "the certificate of " + server + " is not trusted: " + words(failure), failure);
        }
        if (failure instanceof SSLException) {
            return new HttpFailure(
                    Kind.NO_TLS,
                    "no TLS connection to " + server + " could be established: " + words(failure),
                    failure);
        }
        if (failure instanceof ClientProtocolException || find(failure, HttpException.class) != null) {
            return new HttpFailure(
                    Kind.NOT_HTTP, "the response of " + server + " is not HTTP: " + words(failure), failure);
        }
        return new HttpFailure(Kind.BROKEN, "the connection to " + server + " broke: " + words(failure), failure);
    }

    private static @Nullable Throwable find(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : "'" + SafeText.of(message, MAX_MESSAGE_LENGTH) + "'";
    }
}
