package io.devfile.registry.source.archive;

import io.devfile.registry.spi.source.SourceException;
import java.io.IOException;

/** Where an archive comes from. For one thread at a time. */
interface ArchiveOrigin {

    /** For people, without credentials. */
    String location();

    /**
     * The archive as it is now.
     *
     * @throws SourceException where there is none to be had
     * @throws IOException where the disk fails, or the thread is interrupted
     */
    ArchiveFile look() throws SourceException, IOException;

    /** Whether the file is still what {@link #look} gave, so that what was read from it is of one piece. */
    boolean isUnchanged(ArchiveFile archive) throws IOException;
}
