package io.devfile.registry.remote;

import io.devfile.registry.spi.PluginException;

/** A tree could not be had. The message is fit for clients: it has neither credentials nor paths of this machine. */
public final class RemoteException extends PluginException {

    private static final long serialVersionUID = 1L;

    /** What to make of it. */
    public enum Kind {
        /** The remote says that there is no such thing. */
        NOT_FOUND,
        /** The registry does not go there, whatever is there. */
        REFUSED,
        /** The remote cannot be reached, breaks off, or gives something else than was asked for. */
        FAILED,
        /** The remote takes too long. */
        TIMED_OUT,
        /** The registry is offline, and does not have it. */
        OFFLINE,
        /** The registry is busy with others. */
        BUSY
    }

    private final Kind kind;

    /**
     * @param attempt continuing the words "Tried to"
     * @param reason continuing the word "but"
     * @param remedy a sentence of its own
     */
    RemoteException(Kind kind, String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
        this.kind = kind;
    }

    /** As the other constructor, with what led to it. */
    RemoteException(Kind kind, String attempt, String reason, String remedy, Throwable cause) {
        super(attempt, reason, remedy, cause);
        this.kind = kind;
    }

    static RemoteException of(Kind kind, TreeAddress address, String reason, String remedy) {
        return new RemoteException(kind, "fetch " + address, reason, remedy);
    }

    static RemoteException of(Kind kind, TreeAddress address, String reason, String remedy, Throwable cause) {
        return new RemoteException(kind, "fetch " + address, reason, remedy, cause);
    }

    public Kind kind() {
        return kind;
    }
}
