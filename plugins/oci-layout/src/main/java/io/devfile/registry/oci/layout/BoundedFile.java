package io.devfile.registry.oci.layout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file into memory, up to a maximum size. */
final class BoundedFile {

    private BoundedFile() {}

    static byte[] read(Path file, int bound) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(bound);
            if (stream.read() >= 0) {
                throw new IOException(file + " has more than " + bound + " bytes");
            }
            return bytes;
        }
    }
}
