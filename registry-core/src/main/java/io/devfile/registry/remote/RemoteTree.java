package io.devfile.registry.remote;

import io.devfile.registry.content.StoredFile;
import io.devfile.registry.fetch.Validators;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tree that was fetched.
 *
 * @param id a permanent id of the content: a commit, or the digest of a zip
 * @param zip the zip of its files, in the store of the {@link RemoteTrees} that it comes from
 * @param changed when the tree was last changed; null if the remote does not provide this
 * @param validators for asking the remote whether the tree has changed
 * @param checked when the remote last confirmed the tree
 */
public record RemoteTree(
        String id, StoredFile zip, @Nullable Instant changed, Validators validators, Instant checked) {

    /** The same tree, confirmed as unchanged. */
    RemoteTree confirmed(Instant now) {
        return new RemoteTree(id, zip, changed, validators, now);
    }
}
