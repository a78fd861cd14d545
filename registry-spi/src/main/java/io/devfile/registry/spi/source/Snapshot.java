package io.devfile.registry.spi.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A registry repository at one point in time. The host only reads below {@link #root()}. If a file disappears while it
 * is read, only the entry that the file belongs to is lost. Used by one thread at a time.
 */
public interface Snapshot extends AutoCloseable {

    /** The directory that contains {@code stacks/}; absolute, without symbolic links. */
    Path root();

    /**
     * The identifier of the content: a commit or a digest. At most 128 characters of {@code A-Z a-z 0-9 . _ : / @ + -}.
     */
    String revision();

    /**
     * The time of the last change below a directory, as far as the source knows.
     *
     * @param directory relative to {@link #root()}
     * @return empty if the source does not know the time, or there is no such directory
     */
    Optional<Instant> lastModified(Path directory);

    /**
     * The identifier of the content below a directory, like {@link #revision()} for the whole tree. If two snapshots of
     * the same source have equal identifiers, the files are equal, and need not be read again.
     *
     * @param directory relative to {@link #root()}
     * @return empty if the source does not know an identifier, or there is no such directory
     */
    default Optional<String> revision(Path directory) {
        return Optional.empty();
    }

    /** Releases the tree. Other snapshots stay readable, even those of the same revision. */
    @Override
    void close();
}
