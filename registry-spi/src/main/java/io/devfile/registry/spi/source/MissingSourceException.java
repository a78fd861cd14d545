package io.devfile.registry.spi.source;

/**
 * A source whose other side answered, and said that what is wanted is not there: no such repository, branch or file, or
 * none for those who show no credentials. Asking again does not help until somebody changes something. A source that
 * cannot tell throws a {@link SourceException}.
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
