package io.devfile.registry.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The format in which publications are stored on disk, for JSON-B. Absent fields are null in this class only. */
public final class PublicationDocument {

    /** Is changed if a reader of the previous format could not read the new one correctly. */
    static final int FORMAT = 1;

    public int format;
    public @Nullable List<Line> publications;

    /** One publication. */
    public static final class Line {
        public @Nullable String repository;
        public @Nullable String tag;
        public @Nullable String digest;
        public @Nullable String left;
    }
}
