package io.devfile.registry.admin;

import java.io.IOException;

/** As many requests as may be read at a time are being read. */
final class BusyException extends IOException {

    private static final long serialVersionUID = 1L;
}
