package io.devfile.registry.oci.distribution.http;

import java.time.Duration;
import java.util.Optional;

/** A request failed. The caller adds the purpose of the request. */
public final class CallFailedException extends Exception {

    /** The expected result of a retry. */
    public enum Kind {
        /** A retry may succeed. */
        PASSING,
        /** The request took too long, and a retry would, too. */
        LATE,
        /** A retry fails in the same way until something is changed. */
        LASTING,
        /** As {@link #LASTING}, unless the whole upload is started again. */
        START_OVER,
        /** As {@link #LASTING}, unless smaller parts are sent. */
        TOO_MUCH,
        /** As {@link #LASTING}; the registry works, but does not permit the operation to this user. */
        NOT_ALLOWED,
        /** The thread was interrupted; its interrupt status is set. */
        INTERRUPTED
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String remedy;
    private final transient Optional<Duration> pause;

    private CallFailedException(Kind kind, String reason, String remedy, Optional<Duration> pause) {
        super(reason);
        this.kind = kind;
        this.remedy = remedy;
        this.pause = pause;
    }

    /**
     * @param reason continuing "but"
     * @param remedy a complete sentence
     */
    public static CallFailedException passing(String reason, String remedy) {
        return new CallFailedException(Kind.PASSING, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, if the server said how long to wait. */
    public static CallFailedException passing(String reason, String remedy, Optional<Duration> pause) {
        return new CallFailedException(Kind.PASSING, reason, remedy, pause);
    }

    /** As {@link #passing(String, String)}, for a request that took too long. */
    public static CallFailedException late(String reason, String remedy) {
        return new CallFailedException(Kind.LATE, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, for a permanent failure. */
    public static CallFailedException lasting(String reason, String remedy) {
        return new CallFailedException(Kind.LASTING, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, for an operation that this user may not perform. */
    public static CallFailedException notAllowed(String reason, String remedy) {
        return new CallFailedException(Kind.NOT_ALLOWED, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, for an upload that cannot be continued. */
    public static CallFailedException startOver(String reason, String remedy) {
        return new CallFailedException(Kind.START_OVER, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, for a body that is larger than the server accepts. */
    public static CallFailedException tooMuch(String reason, String remedy) {
        return new CallFailedException(Kind.TOO_MUCH, reason, remedy, Optional.empty());
    }

    /** Sets the thread's interrupt status. */
    public static CallFailedException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new CallFailedException(Kind.INTERRUPTED, "the thread was interrupted", "Try again.", Optional.empty())
                .because(cause);
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
        return pause;
    }
}
