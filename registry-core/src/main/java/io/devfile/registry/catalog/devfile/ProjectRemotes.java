package io.devfile.registry.catalog.devfile;

import java.util.List;

/** A project with several remotes names the remote to check out. */
final class ProjectRemotes implements DevfileRule {

    private static final List<String> LISTS = List.of("projects", "dependentProjects");
    private static final List<String> SOURCES = List.of("git", "github");

    @Override
    public void check(Devfile devfile, Violations report) {
        for (String list : LISTS) {
            for (DevfilePart project : devfile.root().at(list).items()) {
                for (String source : SOURCES) {
                    check(project.at(source), report);
                }
            }
        }
    }

    private static void check(DevfilePart git, Violations report) {
        if (!git.exists()) {
            return;
        }
        GitRemotes remotes = GitRemotes.of(git);
        remotes.check(report);
        if (remotes.count() > 1 && !remotes.namesCheckoutRemote()) {
            report.error(
                    remotes.remotes().pointer(),
                    "There are " + remotes.count() + " remotes, but none is selected for the checkout; name one in"
                            + " checkoutFrom.remote.");
        }
    }
}
