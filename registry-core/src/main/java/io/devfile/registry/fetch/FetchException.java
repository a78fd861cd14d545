package io.devfile.registry.fetch;

import io.devfile.registry.spi.PluginException;

/** Something that content names could not be fetched. The message names the address without its query. */
public final class FetchException extends PluginException {

    private static final long serialVersionUID = 1L;

    /** What to make of it. */
    public enum Kind {
        /** The remote says that there is no such thing. */
        NOT_FOUND,
        /** The registry does not go there: by its policy, because it is offline, or because it is no http(s) address. */
        REFUSED,
        /** The remote cannot be reached, breaks off, or gives something else than was asked for. */
        FAILED,
        /** The remote takes too long. */
        TIMED_OUT,
        /** There is more of it than is wanted. */
        TOO_LARGE
    }

    private final Kind kind;

    /**
     * @param address to be shown
     * @param reason continuing the word "but"
     * @param remedy a sentence of its own
     */
    FetchException(Kind kind, String address, String reason, String remedy) {
        super("fetch " + address, reason, remedy);
        this.kind = kind;
    }

    /** As the other constructor, with what led to it. */
    FetchException(Kind kind, String address, String reason, String remedy, Throwable cause) {
        super("fetch " + address, reason, remedy, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
