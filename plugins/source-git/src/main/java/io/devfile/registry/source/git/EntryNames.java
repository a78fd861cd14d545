package io.devfile.registry.source.git;

import io.devfile.registry.toolkit.file.UnsafeTreeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Checks names in trees. They are bytes, which must be UTF-8 and must not be a name that Git rejects, such as
 * {@code .git} in any spelling.
 */
final class EntryNames {

    private final ObjectChecker checker = new ObjectChecker().setSafeForMacOS(true);

    /** The path of the current entry of a walk, from its root. */
    String of(TreeWalk walk) throws UnsafeTreeException {
        byte[] path = walk.getRawPath();
        String name = text(path, "name");
        int tree = 0;
        while (walk.getTree(tree, AbstractTreeIterator.class) == null) {
            tree++;
        }
        int length = walk.getTree(tree, AbstractTreeIterator.class).getNameLength();
        try {
            checker.checkPathSegment(path, path.length - length, path.length);
        } catch (CorruptObjectException e) {
            throw refused("the name '" + name.replaceAll("[^ -~]", "?") + "' is not allowed in a repository");
        }
        return name;
    }

    static String text(byte[] bytes, String what) throws UnsafeTreeException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String ascii = new String(bytes, StandardCharsets.US_ASCII).replaceAll("[^ -~]", "?");
            throw refused("the " + what + " '" + ascii + "' is not in UTF-8");
        }
    }

    static UnsafeTreeException refused(String reason) {
        return new UnsafeTreeException(reason, "Remove or rename it in the repository.");
    }
}
