package io.devfile.registry.source.git;

import io.devfile.registry.toolkit.file.TreeLimits;
import io.devfile.registry.toolkit.file.TreeWriter;
import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * The tree of a commit, or a directory in it, without submodules. Content is written as it is stored: without filters,
 * line-end conversion or hooks.
 */
final class CommitTree {

    private static final int TARGET_BYTES = 4096;

    private final Repository repository;
    private final ObjectId tree;
    private final EntryNames names = new EntryNames();

    private CommitTree(Repository repository, ObjectId tree) {
        this.repository = repository;
        this.tree = tree;
    }

    /** @throws UnavailableException if the commit has no such directory */
    static CommitTree of(Repository repository, ObjectId commit, String subdir) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId root = walk.parseCommit(commit).getTree().getId();
            if (subdir.isEmpty()) {
                return new CommitTree(repository, root);
            }
            try (TreeWalk found = TreeWalk.forPath(walk.getObjectReader(), subdir, root)) {
                if (found != null && FileMode.TREE.equals(found.getRawMode(0))) {
                    return new CommitTree(repository, found.getObjectId(0));
                }
            }
        }
        throw new UnavailableException(
                "the commit " + commit.name() + " has no directory '" + subdir + "'",
                "Set subdir to an existing directory.");
    }

    /** The object ID of the tree. */
    ObjectId id() {
        return tree;
    }

    /**
     * Writes the tree into an empty directory.
     *
     * @throws UnsafeTreeException if an entry is not allowed
     */
    void writeTo(Path place, TreeLimits limits) throws IOException {
        TreeWriter writer = new TreeWriter(place, limits);
        try (ObjectReader reader = repository.newObjectReader();
                TreeWalk walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            while (walk.next()) {
                String name = names.of(walk);
                int mode = walk.getRawMode(0);
                if (FileMode.TREE.equals(mode)) {
                    writer.directory(name);
                    walk.enterSubtree();
                } else if (FileMode.SYMLINK.equals(mode)) {
                    writer.link(name, target(name, reader.open(walk.getObjectId(0), Constants.OBJ_BLOB)));
                } else if (!FileMode.GITLINK.equals(mode)) {
                    write(writer, name, FileMode.EXECUTABLE_FILE.equals(mode), reader, walk.getObjectId(0));
                }
            }
        }
        writer.finish("");
    }

    private static void write(TreeWriter writer, String name, boolean executable, ObjectReader reader, AnyObjectId id)
            throws IOException {
        ObjectLoader content = reader.open(id, Constants.OBJ_BLOB);
        try (InputStream stream = content.openStream()) {
            writer.file(name, executable, stream);
        }
    }

    private static String target(String link, ObjectLoader content) throws IOException {
        if (content.getSize() > TARGET_BYTES) {
            throw EntryNames.refused("the link '" + link + "' is too long");
        }
        return EntryNames.text(content.getCachedBytes(TARGET_BYTES), "link");
    }
}
