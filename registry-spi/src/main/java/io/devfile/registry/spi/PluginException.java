package io.devfile.registry.spi;

import java.util.Objects;

/**
 * A failure that a person can act on. The message consists of four parts, so that none is forgotten: the attempted
 * operation, its object, the reason for the failure, and the remedy.
 *
 * <p>Messages reach logs, health data and web pages, so they contain no credentials.
 */
public abstract class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String remedy;

    /**
     * @param attempt the attempted operation and its object, continuing the words "Tried to": "read the blob sha256:…
     *     of a/b"
     * @param reason the reason for the failure, continuing "but", without a full stop: "the file is shorter than its
     *     descriptor says"
     * @param remedy what to do, as a complete sentence: "Delete the file; the next refresh restores it."
     */
    protected PluginException(String attempt, String reason, String remedy) {
        super(sentence(attempt, reason, remedy));
        this.reason = reason;
        this.remedy = remedy;
    }

    /** As {@link #PluginException(String, String, String)}, with the exception that caused it. */
    protected PluginException(String attempt, String reason, String remedy, Throwable cause) {
        super(sentence(attempt, reason, remedy), cause);
        this.reason = reason;
        this.remedy = remedy;
    }

    /** The reason for the failure. */
    public String reason() {
        return reason;
    }

    /** The remedy: what to do about the failure. */
    public String remedy() {
        return remedy;
    }

    private static String sentence(String attempt, String reason, String remedy) {
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(remedy, "remedy");
        return "Tried to " + attempt + ", but " + reason + ". " + remedy;
    }
}
