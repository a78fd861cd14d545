package io.devfile.registry.rest;

import io.devfile.registry.remote.RemoteException;
import io.devfile.registry.sample.SampleFailure;
import jakarta.ws.rs.core.Response;

/** Converts failures of remotes to error responses for clients. */
final class RemoteFailures {

    private RemoteFailures() {}

    /** @param what the item that is not available, for example "the starter project 'x'" */
    static RegistryException of(String what, RemoteException failure) {
        return of(what, failure.kind(), failure.getMessage());
    }

    /** Like {@link #of(String, RemoteException)}, for a failure that was recorded. */
    static RegistryException of(String what, SampleFailure failure) {
        return of(what, failure.kind(), failure.message());
    }

    private static RegistryException of(String what, RemoteException.Kind kind, String why) {
        return RegistryException.failed(status(kind), what + " cannot be fetched from its remote", why);
    }

    private static Response.Status status(RemoteException.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> Response.Status.NOT_FOUND;
            case REFUSED -> Response.Status.FORBIDDEN;
            case FAILED -> Response.Status.BAD_GATEWAY;
            case TIMED_OUT -> Response.Status.GATEWAY_TIMEOUT;
            case OFFLINE, BUSY -> Response.Status.SERVICE_UNAVAILABLE;
        };
    }
}
