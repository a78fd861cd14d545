package io.devfile.registry.spi.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A registry repository at one moment. The host only reads below {@link #root()}; a file that vanishes while it is read
 * costs the entry that it belongs to, nothing else. Used by one thread at a time.
 */
public interface Snapshot extends AutoCloseable {

    /** The directory that has {@code stacks/} below it; absolute, without symbolic links. */
    Path root();

    /**
     * What identifies the content: a commit, a digest. At most 128 characters of {@code A-Z a-z 0-9 . _ : / @ + -}.
     */
    String revision();

    /**
     * When what is below a directory was changed last, as far as the source knows.
     *
     * @param directory relative to {@link #root()}
     * @return empty where the source has no idea, or there is no such directory
     */
    Optional<Instant> lastModified(Path directory);

    /**
     * What identifies the content below a directory, as {@link #revision()} does for all of it: where it is equal to that
     * of another snapshot of the same source, so are the files, and what was read of them then need not be read again.
     *
     * @param directory relative to {@link #root()}
     * @return empty where the source cannot tell, or there is no such directory
     */
    default Optional<String> revision(Path directory) {
        return Optional.empty();
    }

    /** Gives the tree up. Other snapshots, also of the same revision, stay readable. */
    @Override
    void close();
}
