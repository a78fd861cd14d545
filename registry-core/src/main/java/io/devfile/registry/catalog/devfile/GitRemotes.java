package io.devfile.registry.catalog.devfile;

import io.devfile.registry.toolkit.text.SafeText;
import java.util.Map;
import java.util.Optional;

/** The remotes of a Git origin, and the remote that is checked out. */
record GitRemotes(DevfilePart remotes, DevfilePart checkoutRemote) {

    static GitRemotes of(DevfilePart git) {
        return new GitRemotes(git.at("remotes"), git.at("checkoutFrom").at("remote"));
    }

    int count() {
        return remotes.value() instanceof Map<?, ?> map ? map.size() : 0;
    }

    boolean namesCheckoutRemote() {
        return checkoutRemote.text().filter(name -> !name.isEmpty()).isPresent();
    }

    /** Reports an error if there is no remote, or if the remote to check out is not one of them. */
    void check(Violations report) {
        if (count() == 0) {
            report.error(remotes.pointer(), "There is no remote; add one, such as 'origin: <URL>'.");
        }
        Optional<String> name = checkoutRemote.expanded().filter(text -> !text.isEmpty());
        if (count() > 0 && name.isPresent() && !remotes.at(name.get()).exists()) {
            report.error(
                    checkoutRemote.pointer(),
                    SafeText.quoted(name.get()) + " is not one of the remotes; name one of them, or add it to them.");
        }
    }
}
