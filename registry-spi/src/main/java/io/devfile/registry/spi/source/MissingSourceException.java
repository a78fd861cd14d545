package io.devfile.registry.spi.source;

/**
 * The server of a source answered that the requested content does not exist: no such repository, branch or file, or
 * none that is visible without credentials. A retry does not help until the source or its configuration is changed. A
 * source that cannot determine whether the content exists throws a {@link SourceException}.
 */
public final class MissingSourceException extends SourceException {

    private static final long serialVersionUID = 1L;

    /** As {@link SourceException#SourceException(String, String, String)}. */
    public MissingSourceException(String attempt, String reason, String remedy) {
        super(attempt, reason, remedy);
    }

    /** As {@link SourceException#SourceException(String, String, String, Throwable)}. */
    public MissingSourceException(String attempt, String reason, String remedy, Throwable cause) {
        super(attempt, reason, remedy, cause);
    }
}
