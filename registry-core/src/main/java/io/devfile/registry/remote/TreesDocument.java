package io.devfile.registry.remote;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.Validators;
import io.devfile.registry.spi.oci.model.Digest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The format in which fetched trees are recorded on disk, for JSON-B. Absent fields are null in this class only. */
public final class TreesDocument {

    /** Is changed if a reader of the previous format could not read the new one correctly. */
    static final int FORMAT = 1;

    public int format;
    public @Nullable Map<String, Tree> trees;

    /** The tree that was fetched from one address; only the digest of the address is stored. */
    public static final class Tree {
        public @Nullable String id;
        public @Nullable String digest;
        public long size;
        public @Nullable String changed;
        public @Nullable String etag;
        public @Nullable String lastModified;
        public @Nullable String checked;
    }

    static TreesDocument of(Map<String, RemoteTree> from) {
        TreesDocument document = new TreesDocument();
        document.format = FORMAT;
        Map<String, Tree> written = new TreeMap<>();
        from.forEach((key, tree) -> written.put(key, write(tree)));
        document.trees = written;
        return document;
    }

    private static Tree write(RemoteTree from) {
        Tree tree = new Tree();
        tree.id = from.id();
        tree.digest = from.zip().digest().toString();
        tree.size = from.zip().size();
        from.changed().ifPresent(time -> tree.changed = time.toString());
        tree.etag = from.validators().etag();
        tree.lastModified = from.validators().lastModified();
        tree.checked = from.checked().toString();
        return tree;
    }

    /** @throws RuntimeException if this was not created by {@link #of} */
    Map<String, RemoteTree> read() {
        if (format != FORMAT || trees == null) {
            throw new IllegalArgumentException("It has another format than this version of the registry writes");
        }
        Map<String, RemoteTree> read = new TreeMap<>();
        trees.forEach((key, tree) -> read.put(key, read(tree)));
        return read;
    }

    private static RemoteTree read(Tree from) {
        return new RemoteTree(
                text(from.id),
                new StoredFile(Digest.parse(text(from.digest)), from.size),
                Optional.ofNullable(from.changed).map(Instant::parse),
                new Validators(text(from.etag), text(from.lastModified)),
                Instant.parse(text(from.checked)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
