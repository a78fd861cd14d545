package io.devfile.registry.content;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Distinguishes a failure to write from a failure to read the content; a copy from one stream to another cannot
 * distinguish them.
 */
final class StorageOutputStream extends FilterOutputStream {

    StorageOutputStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int value) {
        try {
            out.write(value);
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new StorageException(e);
        }
    }
}
