package io.devfile.registry.spi.source;

/**
 * A source that delivers a registry repository: a directory tree with {@code stacks/}, {@code samples/} and
 * {@code extraDevfileEntries.yaml}.
 *
 * <p>Rules for an implementation:
 *
 * <ul>
 *   <li><b>Repeated calls.</b> {@link #fetch} is called again and again. The same content gives an equal
 *       {@link Snapshot#revision()}, changed content a different one.
 *   <li><b>Missing content.</b> If the content does not exist, cannot be read or is not a directory tree, the source
 *       throws a {@link SourceException}. It never returns an empty snapshot, which would mean that all stacks were
 *       removed.
 *   <li><b>Partial content.</b> A snapshot is complete, or it is not returned. An incomplete transfer leaves nothing
 *       that a later fetch uses as complete content.
 *   <li><b>Concurrency.</b> The host makes one fetch at a time for a source, but may still hold snapshots of earlier
 *       fetches; they stay readable until each is closed.
 *   <li><b>Interruption.</b> An interrupted fetch ends within a second, sets the interrupt status of its thread again,
 *       and throws a {@link SourceException}.
 *   <li><b>Closing.</b> The host closes each snapshot once, then the source once. For both, {@link #close()} does
 *       nothing the second time, and fetching from a closed source throws {@link IllegalStateException}.
 *   <li><b>Secrets.</b> No exception, revision or location contains a credential.
 * </ul>
 */
public interface StackSource extends AutoCloseable {

    /** The location of the content, for display: a path, or an address without credentials. */
    String location();

    /**
     * Delivers the current content.
     *
     * @throws SourceException if the content cannot be fetched; a later call may succeed. Any other exception also
     *     counts as a failure, and is reported as a defect of the plugin
     */
    Snapshot fetch() throws SourceException;

    /**
     * Sets an action that the source runs when there may be new content, if the source can detect changes by itself.
     * The source runs the action from any thread, once for a group of changes that occur together; the action returns
     * at once and throws nothing. This method is called at most once, before the first {@link #fetch}. The host also
     * fetches at intervals.
     */
    default void onChange(Runnable action) {}

    @Override
    void close();
}
