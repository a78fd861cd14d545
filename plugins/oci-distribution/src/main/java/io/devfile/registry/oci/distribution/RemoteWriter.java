package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.DigestAlgorithm;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.Tag;
import io.devfile.registry.toolkit.content.IncomingContent;
import io.devfile.registry.toolkit.json.MalformedJson;
import io.devfile.registry.toolkit.json.ManifestContent;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Changes the content of a registry. The number of concurrent blob uploads is limited; further uploads wait. */
final class RemoteWriter {

    private final Caller caller;
    private final RemoteReader reader;
    private final RecentContent recent = new RecentContent();
    private final BodyLimit limit = new BodyLimit();
    private final ReferrersTag referrersTag;
    private final Semaphore places;

    /** @param concurrency how many blobs may be uploaded at once */
    RemoteWriter(Caller caller, RemoteReader reader, int concurrency) {
        this.caller = caller;
        this.reader = reader;
        this.referrersTag = new ReferrersTag(caller);
        this.places = new Semaphore(concurrency);
    }

    void putBlob(RemoteRepository repository, IncomingContent content) throws OciBackendException {
        BlobUpload upload = new BlobUpload(caller, limit, repository, content);
        if (!upload.isThere()) {
            try {
                places.acquire();
            } catch (InterruptedException e) {
                throw Retries.failure(
                        "store the blob " + content.digest() + " of " + repository, CallFailedException.interrupted(e));
            }
            try {
                upload.put();
            } finally {
                places.release();
            }
        }
        recent.add(repository, content.digest(), content.size());
    }

    void putManifest(RemoteRepository repository, Manifest manifest, Optional<Tag> tag) throws OciBackendException {
        Reference reference = tag.isPresent() ? tag.get() : manifest.digest();
        PushManifest push = new PushManifest(repository, manifest, reference);
        ManifestContent content = ParsedManifest.of(manifest, push.action());
        if (content.subject().isEmpty() && isThere(repository, manifest, reference)) {
            return;
        }
        new ManifestParts(caller, recent).require(repository, content, push.action());
        if (tag.isPresent() && manifest.digest().algorithm() != DigestAlgorithm.SHA256) {
            // If only the tag is given, a registry identifies the manifest by its SHA-256 digest.
            caller.call(new PushManifest(repository, manifest, manifest.digest()));
        }
        boolean tracked = caller.call(push);
        recent.add(repository, manifest.digest(), manifest.size());
        if (content.subject().isPresent() && !tracked) {
            referrersTag.add(repository, content.subject().get(), content.describe(manifest.descriptor()));
        }
    }

    void deleteTag(RemoteRepository repository, Tag tag) throws OciBackendException {
        caller.call(new DeleteManifest(repository, tag));
    }

    void deleteManifest(RemoteRepository repository, Digest digest) throws OciBackendException {
        DeleteManifest delete = new DeleteManifest(repository, digest);
        Optional<Digest> subject = subject(repository, digest);
        recent.remove(repository, digest);
        if (caller.call(delete) && subject.isPresent()) {
            referrersTag.remove(repository, subject.get(), digest);
        }
    }

    private boolean isThere(RemoteRepository repository, Manifest manifest, Reference reference)
            throws OciBackendException {
        Optional<Descriptor> there = reader.resolve(repository, reference);
        return there.isPresent() && there.get().digest().equals(manifest.digest());
    }

    /** A damaged manifest has no known subject. */
    private Optional<Digest> subject(RemoteRepository repository, Digest digest) throws OciBackendException {
        try {
            Optional<Manifest> manifest = reader.manifest(repository, digest);
            return manifest.isPresent() ? ManifestContent.of(manifest.get()).subject() : Optional.empty();
        } catch (ContentMismatchException | MalformedJson e) {
            return Optional.empty();
        }
    }
}
