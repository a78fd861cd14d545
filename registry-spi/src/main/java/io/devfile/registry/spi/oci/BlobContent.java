package io.devfile.registry.spi.oci;

import java.io.IOException;
import java.io.InputStream;

/** The content of a blob to store. May be opened more than once, each time from the start. */
@FunctionalInterface
public interface BlobContent {

    /** The content from its first byte; the caller closes it. */
    InputStream open() throws IOException;
}
