package io.devfile.registry.source.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/**
 * The wanted revision of a repository.
 *
 * @param name a branch, a tag, a full name that begins with {@code refs/}, or a full commit; empty for the default
 *     branch
 */
record Wanted(Optional<String> name) {

    /** The commit, if it is named by its full SHA-1. */
    Optional<ObjectId> commit() {
        return name.filter(text -> text.matches("[0-9a-f]{40}")).map(ObjectId::fromString);
    }

    /** The possible full names in the repository, in order of precedence: a branch before a tag. */
    List<String> candidates() {
        if (name.isEmpty()) {
            return List.of(Constants.HEAD);
        }
        String text = name.get();
        return text.startsWith(Constants.R_REFS)
                ? List.of(text)
                : List.of(Constants.R_HEADS + text, Constants.R_TAGS + text);
    }

    Optional<Ref> among(Map<String, Ref> refs) {
        return candidates().stream()
                .flatMap(candidate -> Stream.ofNullable(refs.get(candidate)))
                .filter(ref -> ref.getObjectId() != null)
                .findFirst();
    }

    /** For display: "the branch or tag main". */
    String text() {
        if (name.isEmpty()) {
            return "the default branch";
        }
        return commit().isPresent() ? "the commit " + name.get() : "the branch or tag '" + name.get() + "'";
    }
}
