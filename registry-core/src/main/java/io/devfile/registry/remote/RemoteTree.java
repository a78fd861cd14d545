package io.devfile.registry.remote;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.Validators;
import java.time.Instant;
import java.util.Optional;

/**
 * A tree that was fetched.
 *
 * @param id what it is the tree of, which never changes: a commit, or the digest of a zip
 * @param zip of its files, in the store of the {@link RemoteTrees} that it is from
 * @param changed when it was changed last, as far as the remote tells
 * @param validators to ask the remote with whether it has changed
 * @param checked when the remote was last heard to have it
 */
public record RemoteTree(String id, StoredFile zip, Optional<Instant> changed, Validators validators, Instant checked) {

    /** It is what it was. */
    RemoteTree confirmed(Instant now) {
        return new RemoteTree(id, zip, changed, validators, now);
    }
}
