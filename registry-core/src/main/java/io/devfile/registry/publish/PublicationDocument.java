package io.devfile.registry.publish;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form in which publications are kept on disk, for JSON-B. Fields that are absent are null here, and nowhere else. */
public final class PublicationDocument {

    /** Changes whenever a reader of the former one would go wrong. */
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
