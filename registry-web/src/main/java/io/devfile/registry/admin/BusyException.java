package io.devfile.registry.admin;

import java.io.IOException;

/** The maximum number of request bodies is being read already. */
final class BusyException extends IOException {

    private static final long serialVersionUID = 1L;
}
