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
 * Where artifacts are kept: blobs, manifests and tags, by repository.
 *
 * <p>Rules for an implementation:
 *
 * <ul>
 *   <li><b>Missing.</b> A repository, tag, manifest or blob that is not there is an empty answer, never an exception, and
 *       deleting it does nothing. An exception means that the backend does not know.
 *   <li><b>Repeated.</b> Putting what is there already changes nothing and moves no content.
 *   <li><b>Partial.</b> A put that fails leaves nothing that a reader can see. A manifest is visible only when all that it
 *       names is. A crash at any point leaves the old or the new state of a tag.
 *   <li><b>Verified.</b> What is put or read is compared with its digest and size; a mismatch is a
 *       {@link ContentMismatchException}, and nobody is given wrong content as right.
 *   <li><b>Concurrent.</b> Every method may be called by many threads at once. A reader never waits for a writer, and of
 *       several writers of a tag the last one wins whole.
 *   <li><b>Interrupted.</b> An interrupted call ends within a second, sets the interrupt status of its thread again, and
 *       throws an {@link OciBackendException}.
 *   <li><b>Closing.</b> The host closes the backend once, and each {@link java.io.InputStream} that it was given;
 *       {@link #close()} does nothing the second time. A closed backend throws {@link IllegalStateException}.
 *   <li><b>Secrets.</b> Neither an exception nor {@link #location()} contains a credential.
 * </ul>
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">OCI Distribution
 *     Specification 1.1</a>
 */
public interface OciBackend extends AutoCloseable {

    /** Where the content is, for people: a path, or an address without credentials. */
    String location();

    /**
     * What a reference points to, without its content: media type, digest and size.
     *
     * @throws OciBackendException where the backend cannot tell
     */
    Optional<Descriptor> resolve(RepositoryName repository, Reference reference) throws OciBackendException;

    /**
     * The manifest or image index that a reference points to.
     *
     * @throws ContentMismatchException where its bytes do not have its digest
     * @throws OciBackendException where the backend cannot tell
     */
    Optional<Manifest> manifest(RepositoryName repository, Reference reference) throws OciBackendException;

    /**
     * A blob of this repository; blobs of other repositories are not found.
     *
     * @throws OciBackendException where the backend cannot tell
     */
    Optional<Blob> blob(RepositoryName repository, Digest digest) throws OciBackendException;

    /**
     * Stores a blob. Where it is there already, the content is not opened.
     *
     * @param size in bytes
     * @throws ContentMismatchException where the content has another digest or size; nothing is stored
     * @throws OciBackendException where it cannot be stored, or reading the content fails
     */
    void putBlob(RepositoryName repository, Digest digest, long size, BlobContent content) throws OciBackendException;

    /**
     * Stores a manifest under its digest.
     *
     * @throws MissingContentException where a config, layer or manifest that it names is not in the repository; a
     *     {@code subject} may be missing
     * @throws OciBackendException where it cannot be stored
     */
    void putManifest(RepositoryName repository, Manifest manifest) throws OciBackendException;

    /**
     * Stores a manifest under its digest and lets the tag point to it, instead of to what it pointed to before.
     *
     * @throws MissingContentException as {@link #putManifest(RepositoryName, Manifest)}; the tag stays as it is
     * @throws OciBackendException where it cannot be stored; the tag stays as it is
     */
    void putManifest(RepositoryName repository, Manifest manifest, Tag tag) throws OciBackendException;

    /**
     * The tags of a repository.
     *
     * @return empty where there is no such repository
     * @throws OciBackendException where the backend cannot tell
     */
    Optional<SortedSet<Tag>> tags(RepositoryName repository) throws OciBackendException;

    /**
     * The repositories that have at least one manifest.
     *
     * @throws NotAllowedException where the backend does not list them, or not for this user
     * @throws OciBackendException where the backend cannot tell
     */
    SortedSet<RepositoryName> repositories() throws OciBackendException;

    /**
     * The manifests whose {@code subject} is the given one, with their artifact types and annotations, each once, ordered
     * by digest. A tag {@code sha256-<hex>}, which older tools attach signatures by, counts: an image index behind it
     * stands for what it lists, any other manifest for itself.
     *
     * @return an empty list where there are none, or no such subject
     * @throws OciBackendException where the backend cannot tell
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">Listing
     *     referrers</a>
     */
    List<Descriptor> referrers(RepositoryName repository, Digest subject) throws OciBackendException;

    /**
     * Removes a tag; the manifest stays.
     *
     * @throws NotAllowedException where the backend does not delete
     * @throws OciBackendException where it cannot be removed
     */
    void deleteTag(RepositoryName repository, Tag tag) throws OciBackendException;

    /**
     * Removes a manifest and all tags that point to it. Blobs that nothing names any more may go at any later time, but
     * not while they are younger than a day: a writer may be about to name them.
     *
     * @throws NotAllowedException where the backend does not delete
     * @throws OciBackendException where it cannot be removed
     */
    void deleteManifest(RepositoryName repository, Digest digest) throws OciBackendException;

    /**
     * Reads all that the backend keeps itself and compares it with its digests. What is damaged or incomplete is taken
     * away, so that readers find it missing instead of wrong, and putting it stores it anew. Takes as long as reading
     * everything does; others may read and write meanwhile. The host calls it now and then, from one thread at a time.
     *
     * <p>A backend whose content somebody else keeps, and verifies, has nothing to do.
     *
     * @return what was taken away
     * @throws OciBackendException where not all could be looked at
     */
    default List<Damage> scrub() throws OciBackendException {
        return List.of();
    }

    /**
     * Answers whether the backend works, cheaply and within five seconds.
     *
     * @throws OciBackendException saying why it does not
     */
    void probe() throws OciBackendException;

    @Override
    void close();
}
