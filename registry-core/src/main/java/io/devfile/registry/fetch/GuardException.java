package io.devfile.registry.fetch;

import io.devfile.registry.spi.PluginException;
import java.io.IOException;

/** The guard could not be opened. */
public final class GuardException extends PluginException {

    private static final long serialVersionUID = 1L;

    GuardException(IOException cause) {
        super(
                "listen on a port of 127.0.0.1 for what is fetched",
                cause.getMessage() == null ? cause.toString() : cause.getMessage(),
                "See that the server may listen on loopback and has descriptors left.",
                cause);
    }
}
