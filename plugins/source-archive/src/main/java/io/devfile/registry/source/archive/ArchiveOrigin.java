package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.SourceException;
import java.io.IOException;

/** The origin of an archive. For one thread at a time. */
interface ArchiveOrigin {

    /** For display, without credentials. */
    String location();

    /**
     * The current archive.
     *
     * @throws SourceException if no archive is available
     * @throws IOException if the disk fails, or the thread is interrupted
     */
    ArchiveFile current() throws SourceException, IOException;

    /**
     * Whether the file is unchanged since {@link #look} returned it, so that the content read from it is consistent.
     */
    boolean isUnchanged(ArchiveFile archive) throws IOException;
}
