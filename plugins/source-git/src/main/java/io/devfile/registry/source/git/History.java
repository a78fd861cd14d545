package io.devfile.registry.source.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Finds the commit that last changed each directory, in one walk from the newest commit backwards, which ends when all
 * are found. Directories whose tree is the same as in an earlier walk keep their date, so that after a few new commits
 * only those commits are walked.
 *
 * <p>A merge changes a directory if the directory differs from all of its parents. At the end of the history, including
 * the end of a partial history, the oldest commit counts as the last change of all remaining directories.
 */
final class History {

    /** Directories without a change in this number of commits have no date. */
    static final int MAXIMUM_COMMITS = 100_000;

    private final Repository repository;
    private final String subdir;
    private final Map<String, Directory> directories = new HashMap<>();
    private int undated;

    private History(Repository repository, String subdir) {
        this.repository = repository;
        this.subdir = subdir;
    }

    /**
     * Finds the dates of a directory and of the directories below it.
     *
     * @param tree the tree of the commit's directory
     * @param known the result of an earlier walk
     */
    static DirectoryDates of(Repository repository, ObjectId commit, String subdir, ObjectId tree, DirectoryDates known)
            throws IOException {
        History history = new History(repository, subdir);
        history.collect(tree, known);
        history.walk(commit);
        Map<String, DirectoryDates.Dated> dated = new HashMap<>();
        history.directories.forEach((path, directory) -> {
            if (directory.changed != null) {
                dated.put(path, new DirectoryDates.Dated(directory.tree, directory.changed));
            }
        });
        return new DirectoryDates(dated);
    }

    private void collect(ObjectId tree, DirectoryDates known) throws IOException {
        add("", null, tree, known);
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            while (walk.next()) {
                if (FileMode.TREE.equals(walk.getRawMode(0))) {
                    String path = walk.getPathString();
                    Directory parent = directories.get(path.substring(0, Math.max(path.lastIndexOf('/'), 0)));
                    add(path, parent, walk.getObjectId(0), known);
                    walk.enterSubtree();
                }
            }
        }
    }

    private void add(String path, @Nullable Directory parent, ObjectId tree, DirectoryDates known) {
        Directory directory = new Directory(tree, parent);
        directories.put(path, directory);
        directory.count(1);
        undated++;
        Optional.ofNullable(known.dates().get(path))
                .filter(dated -> dated.tree().equals(tree))
                .ifPresent(dated -> date(directory, dated.changed()));
    }

    private void date(Directory directory, Instant time) {
        if (directory.changed == null) {
            directory.changed = time;
            directory.count(-1);
            undated--;
        }
    }

    private void walk(ObjectId start) throws IOException {
        try (RevWalk walk = new RevWalk(repository)) {
            walk.setRetainBody(false);
            walk.markStart(walk.parseCommit(start));
            RevCommit commit = walk.next();
            for (int count = 0; undated > 0 && commit != null && count < MAXIMUM_COMMITS; count++) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("The walk through history was interrupted");
                }
                touch(walk, commit);
                commit = walk.next();
            }
        }
    }

    private void touch(RevWalk walk, RevCommit commit) throws IOException {
        List<ObjectId> parents = new ArrayList<>();
        for (RevCommit parent : commit.getParents()) {
            walk.parseHeaders(parent);
            if (parent.getTree().equals(commit.getTree())) {
                return;
            }
            parents.add(parent.getTree());
        }
        Instant time = Instant.ofEpochSecond(commit.getCommitTime());
        try (TreeWalk trees = new TreeWalk(walk.getObjectReader())) {
            trees.addTree(commit.getTree());
            for (ObjectId parent : parents) {
                trees.addTree(parent);
            }
            trees.setFilter(filter(!parents.isEmpty()));
            if (subdir.isEmpty()) {
                date(directories.get(""), time);
            }
            while (trees.next()) {
                touch(trees, time);
            }
        }
    }

    private void touch(TreeWalk trees, Instant time) throws IOException {
        boolean anyTree = false;
        for (int i = 0; i < trees.getTreeCount(); i++) {
            anyTree |= FileMode.TREE.equals(trees.getRawMode(i));
            if (i > 0 && trees.idEqual(0, i) && trees.getRawMode(0) == trees.getRawMode(i)) {
                return;
            }
        }
        String path = trees.getPathString();
        if (!anyTree) {
            return;
        }
        if (subdir.startsWith(path + "/")) {
            trees.enterSubtree();
            return;
        }
        Optional<Directory> directory = Optional.ofNullable(directories.get(below(path)));
        if (directory.isPresent()) {
            date(directory.get(), time);
            if (directory.get().undatedBelow > 0) {
                trees.enterSubtree();
            }
        }
    }

    private String below(String path) {
        if (subdir.isEmpty()) {
            return path;
        }
        return path.equals(subdir) ? "" : path.substring(subdir.length() + 1);
    }

    private TreeFilter filter(boolean hasParents) {
        TreeFilter difference = hasParents ? TreeFilter.ANY_DIFF : TreeFilter.ALL;
        return subdir.isEmpty() ? difference : AndTreeFilter.create(PathFilter.create(subdir), difference);
    }

    /** A directory of the newest tree. */
    private static final class Directory {

        private final ObjectId tree;
        private final @Nullable Directory parent;
        private @Nullable Instant changed;
        private int undatedBelow;

        Directory(ObjectId tree, @Nullable Directory parent) {
            this.tree = tree;
            this.parent = parent;
        }

        /** Updates the number of undated directories of all parents. */
        void count(int change) {
            for (Directory above = parent; above != null; above = above.parent) {
                above.undatedBelow += change;
            }
        }
    }
}
