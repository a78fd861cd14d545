package io.devfile.registry.spi.oci;

import io.devfile.registry.spi.oci.model.Descriptor;
import io.devfile.registry.spi.oci.model.Digest;
import io.devfile.registry.spi.oci.model.Manifest;
import io.devfile.registry.spi.oci.model.Reference;
import io.devfile.registry.spi.oci.model.RepositoryName;
import io.devfile.registry.spi.oci.model.Tag;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The storage of artifacts: blobs, manifests and tags, by repository.
 *
 * <p>Rules for an implementation:
 *
 * <ul>
 *   <li><b>Missing.</b> If a repository, tag, manifest or blob does not exist, the result is empty, never an exception,
 *       and deleting it does nothing. An exception means that the backend does not know.
 *   <li><b>Repeated.</b> Storing existing content again changes nothing and transfers no content.
 *   <li><b>Partial.</b> A write that fails leaves nothing that a reader can see. A manifest is visible only when
 *       everything that it names is visible. A crash at any point leaves the old or the new state of a tag.
 *   <li><b>Verified.</b> All content that is written or read is compared with its digest and size. A mismatch is a
 *       {@link ContentMismatchException}; wrong content is never returned as correct.
 *   <li><b>Concurrent.</b> Every method may be called by many threads at once. A reader never waits for a writer. If
 *       several writers write a tag, the last one wins completely.
 *   <li><b>Interrupted.</b> An interrupted call ends within a second, sets the interrupt status of its thread again,
 *       and throws an {@link OciBackendException}.
 *   <li><b>Closing.</b> The host closes the backend once, and each {@link java.io.InputStream} that it received;
 *       {@link #close()} does nothing the second time. A closed backend throws {@link IllegalStateException}.
 *   <li><b>Secrets.</b> Neither an exception nor {@link #location()} contains a credential.
 * </ul>
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">OCI Distribution Specification
 *     1.1</a>
 */
public interface OciBackend extends AutoCloseable {

    /** The location of the content, for display: a path, or an address without credentials. */
    String location();

    /**
     * The descriptor of the content that a reference points to: media type, digest and size.
     *
     * @throws OciBackendException if the backend cannot determine the result
     */
    Optional<Descriptor> resolve(RepositoryName repository, Reference reference) throws OciBackendException;

    /**
     * The manifest or image index that a reference points to.
     *
     * @throws ContentMismatchException if its bytes do not match its digest
     * @throws OciBackendException if the backend cannot determine the result
     */
    Optional<Manifest> manifest(RepositoryName repository, Reference reference) throws OciBackendException;

    /**
     * A blob of this repository; blobs of other repositories are not found.
     *
     * @throws OciBackendException if the backend cannot determine the result
     */
    Optional<Blob> blob(RepositoryName repository, Digest digest) throws OciBackendException;

    /**
     * Stores a blob. If the blob already exists, the content is not opened.
     *
     * @param size in bytes
     * @throws ContentMismatchException if the content has another digest or size; nothing is stored
     * @throws OciBackendException if the blob cannot be stored, or reading the content fails
     */
    void putBlob(RepositoryName repository, Digest digest, long size, BlobContent content) throws OciBackendException;

    /**
     * Stores a manifest under its digest.
     *
     * @throws MissingContentException if a config, layer or manifest that it names is not in the repository; a
     *     {@code subject} may be missing
     * @throws OciBackendException if the manifest cannot be stored
     */
    void putManifest(RepositoryName repository, Manifest manifest) throws OciBackendException;

    /**
     * Stores a manifest under its digest and makes the tag point to this manifest, instead of to the previous one.
     *
     * @throws MissingContentException as {@link #putManifest(RepositoryName, Manifest)}; the tag is not changed
     * @throws OciBackendException if the manifest cannot be stored; the tag is not changed
     */
    void putManifest(RepositoryName repository, Manifest manifest, Tag tag) throws OciBackendException;

    /**
     * The tags of a repository.
     *
     * @return empty if there is no such repository
     * @throws OciBackendException if the backend cannot determine the result
     */
    Optional<SortedSet<Tag>> tags(RepositoryName repository) throws OciBackendException;

    /**
     * The repositories that have at least one manifest.
     *
     * @throws NotAllowedException if the backend does not list repositories, or not for this user
     * @throws OciBackendException if the backend cannot determine the result
     */
    SortedSet<RepositoryName> repositories() throws OciBackendException;

    /**
     * The manifests whose {@code subject} is the given one, with their artifact types and annotations, without
     * duplicates, ordered by digest. The result also includes the manifest that a tag {@code sha256-<hex>} of the
     * subject points to, which older tools use to attach signatures; if that manifest is an image index, the manifests
     * that it lists instead.
     *
     * @return an empty list if there are no referrers, or no such subject
     * @throws OciBackendException if the backend cannot determine the result
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">Listing
     *     referrers</a>
     */
    List<Descriptor> referrers(RepositoryName repository, Digest subject) throws OciBackendException;

    /**
     * Removes a tag; the manifest stays.
     *
     * @throws NotAllowedException if the backend does not support deletion
     * @throws OciBackendException if the tag cannot be removed
     */
    void deleteTag(RepositoryName repository, Tag tag) throws OciBackendException;

    /**
     * Removes a manifest and all tags that point to it. Blobs that are no longer referenced may be removed at any later
     * time, but not while they are younger than a day, because a writer may be about to reference them.
     *
     * @throws NotAllowedException if the backend does not support deletion
     * @throws OciBackendException if the manifest cannot be removed
     */
    void deleteManifest(RepositoryName repository, Digest digest) throws OciBackendException;

    /**
     * Reads all content that the backend stores itself and compares it with its digests. Damaged or incomplete content
     * is removed, so that readers find it missing instead of wrong, and a later write stores it again. The call takes
     * as long as reading all content; others may read and write at the same time. The host calls this method from time
     * to time, from one thread at a time.
     *
     * <p>A backend whose content is stored and verified by another system has nothing to do.
     *
     * @return the content that was removed
     * @throws OciBackendException if not all content could be checked
     */
    default List<Damage> scrub() throws OciBackendException {
        return List.of();
    }

    /**
     * Checks whether the backend works, with little effort and within five seconds.
     *
     * @throws OciBackendException if it does not work; the message gives the reason
     */
    void probe() throws OciBackendException;

    @Override
    void close();
}
