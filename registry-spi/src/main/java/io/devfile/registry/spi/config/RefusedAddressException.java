package io.devfile.registry.spi.config;

import java.net.UnknownHostException;

/** An {@link AddressPolicy} does not allow a connection. The message says why, for people; it has no secrets in it. */
public final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    /** @param reason such as "example.com has a private address", without a full stop */
    public RefusedAddressException(String reason) {
        super(reason);
    }
}
