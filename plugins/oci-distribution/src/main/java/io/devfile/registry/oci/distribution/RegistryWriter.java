package io.devfile.registry.oci.distribution;

import io.devfile.registry.oci.distribution.http.CallFailedException;
import io.devfile.registry.spi.oci.ContentMismatchException;
import io.devfile.registry.spi.oci.OciBackendException;
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
import org.jspecify.annotations.Nullable;

/**
 * Changes the content of a registry. The number of concurrent blob uploads is limited; further uploads wait.
 * Thread-safe.
 */
final class RegistryWriter {

    private final RegistryClient client;
    private final RecentContent recent = new RecentContent();
    private final ReferrersTag referrers;
    private final Semaphore uploads;

    /** @param concurrency how many blobs may be uploaded at once */
    RegistryWriter(RegistryClient client, ReferrersTag referrers, int concurrency) {
        this.client = client;
        this.referrers = referrers;
        this.uploads = new Semaphore(concurrency);
    }

    void putBlob(RemoteRepository repository, IncomingContent content) throws OciBackendException {
        BlobUpload upload = new BlobUpload(client, repository, content);
        if (!upload.isThere()) {
            try {
                uploads.acquire();
            } catch (InterruptedException e) {
                throw RegistryClient.failure(upload.action(), CallFailedException.interrupted(e));
            }
            try {
                upload.put();
            } finally {
                uploads.release();
            }
        }
        recent.add(repository, content.digest(), content.size());
    }

    void putManifest(RemoteRepository repository, Manifest manifest, @Nullable Tag tag) throws OciBackendException {
        Reference reference = tag != null ? tag : manifest.digest();
        PushManifest push = new PushManifest(repository, manifest, reference);
        ManifestContent content = parse(manifest, push.action());
        if (content.subject() == null && isThere(repository, manifest, reference)) {
            return;
        }
        new ManifestParts(client, recent).require(repository, content, push.action());
        if (tag != null && manifest.digest().algorithm() != DigestAlgorithm.SHA256) {
            // If only the tag is given, a registry identifies the manifest by its SHA-256 digest.
            client.call(new PushManifest(repository, manifest, manifest.digest()));
        }
        boolean tracked = client.call(push);
        recent.add(repository, manifest.digest(), manifest.size());
        if (content.subject() != null && !tracked) {
            referrers.add(repository, content.subject(), content.describe(manifest.descriptor()));
        }
    }

    void deleteTag(RemoteRepository repository, Tag tag) throws OciBackendException {
        client.call(new DeleteManifest(repository, tag));
    }

    void deleteManifest(RemoteRepository repository, Digest digest) throws OciBackendException {
        Optional<Digest> subject = subject(repository, digest);
        recent.remove(repository, digest);
        if (client.call(new DeleteManifest(repository, digest)) && subject.isPresent()) {
            referrers.remove(repository, subject.get(), digest);
        }
    }

    /** @param action continuing the words "Tried to" */
    static ManifestContent parse(Manifest manifest, String action) throws OciBackendException {
        try {
            return ManifestContent.of(manifest);
        } catch (MalformedJson e) {
            throw new OciBackendException(
                    action, e.getMessage(), "Write it as defined in the OCI image specification.", e);
        }
    }

    private boolean isThere(RemoteRepository repository, Manifest manifest, Reference reference)
            throws OciBackendException {
        return ResolveManifest.descriptor(client, repository, reference)
                .filter(there -> there.digest().equals(manifest.digest()))
                .isPresent();
    }

    /** A damaged manifest has no known subject. */
    private Optional<Digest> subject(RemoteRepository repository, Digest digest) throws OciBackendException {
        try {
            Optional<Manifest> manifest = client.call(new PullManifest(repository, digest));
            return manifest.isPresent()
                    ? Optional.ofNullable(ManifestContent.of(manifest.get()).subject())
                    : Optional.empty();
        } catch (ContentMismatchException | MalformedJson e) {
            return Optional.empty();
        }
    }
}
