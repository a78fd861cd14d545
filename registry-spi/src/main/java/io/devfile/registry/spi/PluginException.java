package io.devfile.registry.spi;

import java.util.Objects;

/**
 * A failure that a person can act on. The message is built from four parts, so that none is forgotten: what was tried,
 * on what, why it failed, and what to do about it.
 *
 * <p>Messages reach logs, health data and web pages: they carry no credentials.
 */
public abstract class PluginException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String remedy;

    /**
     * @param attempt what was tried and on what, continuing the words "Tried to": "read the blob sha256:… of a/b"
     * @param reason why it failed, continuing "but", without a full stop: "the file is shorter than its descriptor says"
     * @param remedy what to do, a sentence of its own: "Delete the file; the next refresh restores it."
     */
    protected PluginException(String attempt, String reason, String remedy) {
        super(sentence(attempt, reason, remedy));
        this.reason = reason;
        this.remedy = remedy;
    }

    /** As {@link #PluginException(String, String, String)}, with the exception that led to it. */
    protected PluginException(String attempt, String reason, String remedy, Throwable cause) {
        super(sentence(attempt, reason, remedy), cause);
        this.reason = reason;
        this.remedy = remedy;
    }

    /** Why it failed. */
    public String reason() {
        return reason;
    }

    /** What to do about it. */
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
