package io.devfile.registry.source.git;

import io.devfile.registry.toolkit.file.TreeEditor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.NameConflictTreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The change from one tree to another: only added, changed and removed files and directories. If the change includes a
 * link or a submodule, or a file becomes a directory, the tree is written completely instead.
 */
final class TreeChange {

    private final Repository repository;
    private final List<Step> steps = new ArrayList<>();

    private TreeChange(Repository repository) {
        this.repository = repository;
    }

    private enum Kind {
        REMOVE,
        DIRECTORY,
        FILE,
        EXECUTABLE
    }

    private record Step(Kind kind, String name, ObjectId content) {}

    /** Empty if the change includes more than files and directories. */
    static Optional<TreeChange> between(Repository repository, AnyObjectId from, AnyObjectId to) throws IOException {
        TreeChange change = new TreeChange(repository);
        EntryNames names = new EntryNames();
        // this walk detects that a file and a directory have the same name
        try (TreeWalk walk = new NameConflictTreeWalk(repository)) {
            walk.addTree(from);
            walk.addTree(to);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                if (!change.add(walk, names.of(walk))) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(change);
    }

    void apply(TreeEditor editor) throws IOException {
        try (ObjectReader reader = repository.newObjectReader()) {
            for (Step step : steps) {
                switch (step.kind()) {
                    case REMOVE -> editor.remove(step.name());
                    case DIRECTORY -> editor.directory(step.name());
                    case FILE, EXECUTABLE -> {
                        try (var stream = reader.open(step.content()).openStream()) {
                            editor.file(step.name(), step.kind() == Kind.EXECUTABLE, stream);
                        }
                    }
                }
            }
        }
    }

    private boolean add(TreeWalk walk, String name) throws IOException {
        int before = walk.getRawMode(0);
        int after = walk.getRawMode(1);
        boolean wasTree = FileMode.TREE.equals(before);
        boolean isTree = FileMode.TREE.equals(after);
        if (FileMode.MISSING.equals(after) && (wasTree || isFile(before))) {
            if (wasTree && hasLinks(walk.getObjectId(0))) {
                return false;
            }
            steps.add(new Step(Kind.REMOVE, name, ObjectId.zeroId()));
            return true;
        }
        if (isTree && (wasTree || FileMode.MISSING.equals(before))) {
            if (!wasTree) {
                steps.add(new Step(Kind.DIRECTORY, name, ObjectId.zeroId()));
            }
            walk.enterSubtree();
            return true;
        }
        if (isFile(after) && (isFile(before) || FileMode.MISSING.equals(before))) {
            if (isFile(before)) {
                steps.add(new Step(Kind.REMOVE, name, ObjectId.zeroId()));
            }
            Kind kind = FileMode.EXECUTABLE_FILE.equals(after) ? Kind.EXECUTABLE : Kind.FILE;
            steps.add(new Step(kind, name, walk.getObjectId(1)));
            return true;
        }
        return false;
    }

    /** If a link is removed, the targets of other links that lead through it change. */
    private boolean hasLinks(ObjectId tree) throws IOException {
        try (TreeWalk walk = new TreeWalk(repository)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            while (walk.next()) {
                if (FileMode.SYMLINK.equals(walk.getRawMode(0))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isFile(int mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }
}
