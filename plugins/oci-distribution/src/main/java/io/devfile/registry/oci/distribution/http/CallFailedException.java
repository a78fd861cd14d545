package io.devfile.registry.oci.distribution.http;

import io.devfile.registry.toolkit.http.HttpFailure;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request failed. The message is the reason, continuing "but"; the caller adds the purpose of the request. */
public final class CallFailedException extends Exception {

    /** The expected result of a retry. */
    public enum Kind {
        /** A retry may succeed. */
        TEMPORARY,
        /** A retry fails in the same way until something is changed, or takes as long as this request. */
        PERMANENT,
        /** As {@link #PERMANENT}; the registry works, but does not permit the operation to this user. */
        NOT_ALLOWED,
        /** The thread was interrupted; its interrupt status is set. */
        INTERRUPTED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String remedy;
    private final transient @Nullable Duration pause;

    private CallFailedException(Kind kind, String reason, String remedy, @Nullable Duration pause) {
        super(reason);
        this.kind = kind;
        this.remedy = remedy;
        this.pause = pause;
    }

    /**
     * A temporary failure.
     *
     * @param reason continuing "but"
     * @param remedy a complete sentence
     */
    public static CallFailedException temporary(String reason, String remedy) {
        return temporary(reason, remedy, null);
    }

    /** As {@link #temporary(String, String)}, if the server said how long to wait. */
    public static CallFailedException temporary(String reason, String remedy, @Nullable Duration pause) {
        return new CallFailedException(Kind.TEMPORARY, reason, remedy, pause);
    }

    /** As {@link #temporary(String, String)}, for a permanent failure. */
    public static CallFailedException permanent(String reason, String remedy) {
        return new CallFailedException(Kind.PERMANENT, reason, remedy, null);
    }

    /** As {@link #temporary(String, String)}, for an operation that this user may not perform. */
    public static CallFailedException notAllowed(String reason, String remedy) {
        return new CallFailedException(Kind.NOT_ALLOWED, reason, remedy, null);
    }

    /** Sets the thread's interrupt status. */
    public static CallFailedException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new CallFailedException(Kind.INTERRUPTED, "the thread was interrupted", "Try again.", null)
                .because(cause);
    }

    static CallFailedException of(HttpFailure failure) {
        String reason = failure.getMessage();
        CallFailedException call = switch (failure.kind()) {
            case UNKNOWN_HOST -> temporary(reason, "Correct the name in the setting url, or check the name server.");
            case NO_CONNECTION, BROKEN ->
                temporary(reason, "Check that the registry runs and can be reached from this server.");
            case NO_TLS -> temporary(reason, "Check that it uses TLS at this port, in a version that is current.");
            case TIMED_OUT -> permanent(reason, "Check the status of the registry, or set a longer timeout.");
            case UNTRUSTED ->
                permanent(reason, "Set ca to a file with the authority that issued it, or correct the certificate.");
            case NOT_HTTP, REFUSED_ADDRESS -> permanent(reason, "Correct the address in the setting url.");
            case INTERRUPTED -> interrupted(failure);
        };
        return call.getCause() == null ? call.because(failure) : call;
    }

    /** This exception with its cause. */
    public CallFailedException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** The reason, continuing "but". */
    public String reason() {
        return getMessage();
    }

    /** What to do about the failure, as a complete sentence. */
    public String remedy() {
        return remedy;
    }

    /** How long the server asks to wait before a retry. */
    public Optional<Duration> pause() {
        return Optional.ofNullable(pause);
    }
}
