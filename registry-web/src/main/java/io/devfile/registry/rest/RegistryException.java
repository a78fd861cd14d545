package io.devfile.registry.rest;

import jakarta.ws.rs.core.Response;

/** Ends a request with an error message for the client. */
final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String error;

    private RegistryException(Response.Status status, String message) {
        this(status, message, "");
    }

    private RegistryException(Response.Status status, String message, String error) {
        super(message);
        this.status = status.getStatusCode();
        this.error = error;
    }

    static RegistryException notFound(String message) {
        return new RegistryException(Response.Status.NOT_FOUND, message);
    }

    static RegistryException badRequest(String message) {
        return new RegistryException(Response.Status.BAD_REQUEST, message);
    }

    static RegistryException gone(String message) {
        return new RegistryException(Response.Status.GONE, message);
    }

    static RegistryException notReady() {
        return notYet("the registry is still reading its stacks; ask again in a few seconds");
    }

    static RegistryException notYet(String message) {
        return new RegistryException(Response.Status.SERVICE_UNAVAILABLE, message);
    }

    /** @param error the reason, if a remote is the cause */
    static RegistryException failed(Response.Status status, String message, String error) {
        return new RegistryException(status, message, error);
    }

    /** The reason, if a remote is the cause; empty otherwise. */
    String error() {
        return error;
    }

    int status() {
        return status;
    }
}
