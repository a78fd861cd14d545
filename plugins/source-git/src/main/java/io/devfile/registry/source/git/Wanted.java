package io.devfile.registry.source.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.jspecify.annotations.Nullable;

/**
 * The wanted revision of a repository.
 *
 * @param name a branch, a tag, a full name that begins with {@code refs/}, or a full commit; null for the default
 *     branch
 */
record Wanted(@Nullable String name) {

    /** The commit, if it is named by its full SHA-1. */
    Optional<ObjectId> commit() {
        return name != null && name.matches("[0-9a-f]{40}") ? Optional.of(ObjectId.fromString(name)) : Optional.empty();
    }

    /** The possible full names in the repository, in order of precedence: a branch before a tag. */
    List<String> candidates() {
        if (name == null) {
            return List.of(Constants.HEAD);
        }
        return name.startsWith(Constants.R_REFS)
                ? List.of(name)
                : List.of(Constants.R_HEADS + name, Constants.R_TAGS + name);
    }

    Optional<Ref> among(Map<String, Ref> refs) {
        return candidates().stream()
                .flatMap(candidate -> Stream.ofNullable(refs.get(candidate)))
                .filter(ref -> ref.getObjectId() != null)
                .findFirst();
    }

    /** For display: "the branch or tag main". */
    String text() {
        if (name == null) {
            return "the default branch";
        }
        return commit().isPresent() ? "the commit " + name : "the branch or tag '" + name + "'";
    }
}
