package io.devfile.registry.catalog.read;

/** Content that cannot be taken; becomes an error at this place. */
final class ContentException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final int line;

    /**
     * @param file relative to the source's root
     * @param message what is wrong and how to mend it
     */
    ContentException(String file, String message) {
        this(file, 0, message);
    }

    ContentException(String file, int line, String message) {
        super(message);
        this.file = file;
        this.line = line;
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }
}
