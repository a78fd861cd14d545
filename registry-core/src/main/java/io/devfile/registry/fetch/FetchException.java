package io.devfile.registry.fetch;

import io.devfile.registry.spi.PluginException;

/** A file that content names could not be fetched. The message has the address without its query. */
public final class FetchException extends PluginException {

    private static final long serialVersionUID = 1L;

    /** The kind of the failure. */
    public enum Kind {
        /** The remote responds that the file does not exist. */
        NOT_FOUND,
        /** The registry does not connect: its policy forbids it, it is offline, or the address is not http or https. */
        REFUSED,
        /** The remote cannot be reached, closes the connection, or returns something else. */
        FAILED,
        /** The remote takes too long. */
        TIMED_OUT,
        /** The file is larger than the limit. */
        TOO_LARGE
    }

    private final Kind kind;

    /**
     * @param address the address as it is shown
     * @param reason the text after the word "but"
     * @param remedy a complete sentence
     */
    FetchException(Kind kind, String address, String reason, String remedy) {
        super("fetch " + address, reason, remedy);
        this.kind = kind;
    }

    /** As the other constructor, with the cause. */
    FetchException(Kind kind, String address, String reason, String remedy, Throwable cause) {
        super("fetch " + address, reason, remedy, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
