package io.devfile.registry.sample;

import io.devfile.registry.remote.RemoteException;

/**
 * Why a devfile is not available.
 *
 * @param message for clients
 */
public record SampleFailure(RemoteException.Kind kind, String message) {

    static SampleFailure of(RemoteException why) {
        return new SampleFailure(why.kind(), why.getMessage());
    }
}
