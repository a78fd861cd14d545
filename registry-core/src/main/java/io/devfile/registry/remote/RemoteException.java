package io.devfile.registry.remote;

import io.devfile.registry.fetch.FetchException;
import io.devfile.registry.spi.PluginException;

/**
 * Something at a remote is not available. The message is safe for clients: it contains neither credentials nor paths of this machine.
 */
public final class RemoteException extends PluginException {

    private static final long serialVersionUID = 1L;

    /** The reason for the failure. */
    public enum Kind {
        /** The remote says that it does not exist. */
        NOT_FOUND,
        /** The registry is not allowed to access the remote. */
        REFUSED,
        /** The remote cannot be reached, breaks the connection, or returns something other than requested. */
        FAILED,
        /** The remote takes too long. */
        TIMED_OUT,
        /** The registry is offline and does not have it. */
        OFFLINE,
        /** The registry is busy with other requests. */
        BUSY
    }

    private final Kind kind;

    /**
     * @param attempt continues the words "Tried to"
     * @param reason continues the word "but"
     * @param remedy a separate sentence
     */
    RemoteException(Kind kind, String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
        this.kind = kind;
    }

    /** As the other constructor, with a cause. */
    RemoteException(Kind kind, String attempt, String reason, String remedy, Throwable cause) {
        super(attempt, reason, remedy, cause);
        this.kind = kind;
    }

    /** @param address its text is safe for messages */
    public static RemoteException of(Kind kind, Object address, String reason, String remedy) {
        return new RemoteException(kind, "fetch " + address, reason, remedy);
    }

    /** As the other method, with a cause. */
    public static RemoteException of(Kind kind, Object address, String reason, String remedy, Throwable cause) {
        return new RemoteException(kind, "fetch " + address, reason, remedy, cause);
    }

    /** The failure of a fetch. */
    public static RemoteException of(FetchException failure, Object address) {
        Kind kind = switch (failure.kind()) {
            case NOT_FOUND -> Kind.NOT_FOUND;
            case REFUSED -> Kind.REFUSED;
            case TIMED_OUT -> Kind.TIMED_OUT;
            case FAILED, TOO_LARGE -> Kind.FAILED;
        };
        return of(kind, address, failure.reason(), failure.remedy(), failure);
    }

    public Kind kind() {
        return kind;
    }
}
