package io.devfile.registry.catalog.devfile;

import io.devfile.registry.catalog.devfile.Component.Kind;

/** A starter project and a Dockerfile from Git each have exactly one remote. */
final class SingleRemotes implements DevfileRule {

    @Override
    public void check(Devfile devfile, Violations report) {
        for (DevfilePart project : devfile.root().at("starterProjects").items()) {
            check(project.at("git"), "starter project", report);
            check(project.at("github"), "starter project", report);
        }
        for (Component component : devfile.components()) {
            if (component.is(Kind.IMAGE)) {
                check(component.body().at("dockerfile").at("git"), "Dockerfile", report);
            }
        }
    }

    private static void check(DevfilePart git, String what, Violations report) {
        if (!git.exists()) {
            return;
        }
        GitRemotes remotes = GitRemotes.of(git);
        remotes.check(report);
        if (remotes.count() > 1) {
            report.error(
                    remotes.remotes().pointer(),
                    "A " + what + " can have only one remote, but this one has " + remotes.count()
                            + "; remove all but one.");
        }
    }
}
