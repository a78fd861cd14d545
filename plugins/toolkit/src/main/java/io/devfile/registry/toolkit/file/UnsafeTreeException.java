package io.devfile.registry.toolkit.file;

import java.io.IOException;

/** Content that must not be written as a tree of files: a name, a link or an amount that a {@link TreeWriter} refuses. */
public final class UnsafeTreeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param reason what is wrong, continuing the word "but": "the name 'a/../b' leads upwards"
     * @param remedy what to do, a sentence of its own
     */
    public UnsafeTreeException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
