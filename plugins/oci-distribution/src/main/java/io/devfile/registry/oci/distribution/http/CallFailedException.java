package io.devfile.registry.oci.distribution.http;

import java.time.Duration;
import java.util.Optional;

/** A request came to nothing. Whoever made it knows what it was for, and says that, too. */
public final class CallFailedException extends Exception {

    /** What can be expected of another try. */
    public enum Kind {
        /** It may go better. */
        PASSING,
        /** It took too long, and another try would, too. */
        LATE,
        /** It will go the same way until somebody changes something. */
        LASTING,
        /** As lasting, unless what it was part of is begun anew. */
        START_OVER,
        /** As lasting, unless less is sent at a time. */
        TOO_MUCH,
        /** As lasting; the registry works, but not for this user. */
        NOT_ALLOWED,
        /** The thread was interrupted; its status says so. */
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
     * @param remedy a sentence of its own
     */
    public static CallFailedException passing(String reason, String remedy) {
        return new CallFailedException(Kind.PASSING, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, where the other side said how long to wait. */
    public static CallFailedException passing(String reason, String remedy, Optional<Duration> pause) {
        return new CallFailedException(Kind.PASSING, reason, remedy, pause);
    }

    /** As {@link #passing(String, String)}, for what took too long. */
    public static CallFailedException late(String reason, String remedy) {
        return new CallFailedException(Kind.LATE, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, for what does not pass. */
    public static CallFailedException lasting(String reason, String remedy) {
        return new CallFailedException(Kind.LASTING, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, for what this user may not do. */
    public static CallFailedException notAllowed(String reason, String remedy) {
        return new CallFailedException(Kind.NOT_ALLOWED, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, for a part that cannot be continued. */
    public static CallFailedException startOver(String reason, String remedy) {
        return new CallFailedException(Kind.START_OVER, reason, remedy, Optional.empty());
    }

    /** As {@link #passing(String, String)}, for what is more than the other side takes at a time. */
    public static CallFailedException tooMuch(String reason, String remedy) {
        return new CallFailedException(Kind.TOO_MUCH, reason, remedy, Optional.empty());
    }

    /** Sets the thread's interrupt status. */
    public static CallFailedException interrupted(Exception cause) {
        Thread.currentThread().interrupt();
        return new CallFailedException(Kind.INTERRUPTED, "the thread was interrupted", "Try again.", Optional.empty())
                .because(cause);
    }

    /** This exception with what led to it. */
    public CallFailedException because(Throwable cause) {
        initCause(cause);
        return this;
    }

    public Kind kind() {
        return kind;
    }

    /** Why, continuing "but". */
    public String reason() {
        return getMessage();
    }

    /** What to do about it, a sentence of its own. */
    public String remedy() {
        return remedy;
    }

    /** How long the other side asks to wait before another try. */
    public Optional<Duration> pause() {
        return pause;
    }
}
