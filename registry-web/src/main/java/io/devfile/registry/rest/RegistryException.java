package io.devfile.registry.rest;

import jakarta.ws.rs.core.Response;

/** Ends a request with an error that the client can read. */
final class RegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private RegistryException(Response.Status status, String message) {
        super(message);
        this.status = status.getStatusCode();
    }

    static RegistryException notFound(String message) {
        return new RegistryException(Response.Status.NOT_FOUND, message);
    }

    static RegistryException badRequest(String message) {
        return new RegistryException(Response.Status.BAD_REQUEST, message);
    }

    static RegistryException notReady() {
        return new RegistryException(
                Response.Status.SERVICE_UNAVAILABLE,
                "the registry is still reading its stacks; ask again in a few seconds");
    }

    int status() {
        return status;
    }
}
