package io.devfile.registry.toolkit.file;

import java.io.IOException;

/** Content that must not be written as a tree of files: a name, link or size that a {@link TreeWriter} rejects. */
public final class UnsafeTreeException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param reason the problem, continuing the word "but": "the name 'a/../b' leads upwards"
     * @param remedy what to do, as a complete sentence
     */
    public UnsafeTreeException(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** What to do about the problem. */
    public String remedy() {
        return remedy;
    }
}
