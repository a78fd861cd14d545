package io.devfile.registry.catalog.read;

import io.devfile.registry.catalog.finding.Rule;
import io.devfile.registry.index.model.GitOrigin;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code git} of an entry that is described in place, or of one of its versions. */
final class Origins {

    private Origins() {}

    static Optional<GitOrigin> of(YamlFields fields) {
        return fields.mapping("git")
                .map(git -> new GitOrigin(
                        git.textMap("remotes"),
                        git.text("url"),
                        git.text("remoteName"),
                        git.text("subDir"),
                        git.text("revision")));
    }

    /** An origin without any remote. */
    static GitOrigin none() {
        return GitOrigin.of(Map.of(), "");
    }

    /** Reports an error if a sample has no remote, or if it has several and does not say which one to use. */
    static void check(YamlFields fields, @Nullable GitOrigin git) {
        GitOrigin origin = git != null ? git : none();
        Set<String> remotes = origin.remotes().keySet();
        if (remotes.isEmpty() && origin.url().isEmpty()) {
            fields.error(Rule.SAMPLE_REMOTE, "git", "The sample has no Git remote. Add 'git: {remotes: {origin: …}}'.");
        } else if (remotes.size() > 1 && !remotes.contains("origin") && !remotes.contains(origin.remoteName())) {
            fields.error(
                    Rule.SAMPLE_REMOTE,
                    "git",
                    "There are several remotes and none is the default. Call one of them origin.");
        }
    }
}
