package io.devfile.registry.spi.source;

/**
 * A place that delivers a registry repository: a directory tree with {@code stacks/}, {@code samples/} and
 * {@code extraDevfileEntries.yaml}.
 *
 * <p>Rules for an implementation:
 *
 * <ul>
 *   <li><b>Repeated calls.</b> {@link #fetch} is called again and again. The same content gives an equal
 *       {@link Snapshot#revision()}, changed content another one.
 *   <li><b>Missing place.</b> What is not there, cannot be read or is not a directory tree is a {@link SourceException};
 *       never an empty snapshot, which would mean that all stacks were removed.
 *   <li><b>Partial content.</b> A snapshot is whole or is not given. A transfer that broke off leaves nothing that a later
 *       fetch takes for good.
 *   <li><b>Concurrency.</b> The host makes one fetch at a time for a source, but may still hold snapshots of earlier
 *       fetches; they stay readable until each is closed.
 *   <li><b>Interruption.</b> An interrupted fetch ends within a second, sets the interrupt status of its thread again, and
 *       throws a {@link SourceException}.
 *   <li><b>Closing.</b> The host closes each snapshot once, then the source once. {@link #close()} of either does nothing
 *       the second time, and fetching from a closed source throws {@link IllegalStateException}.
 *   <li><b>Secrets.</b> No exception, revision or location contains a credential.
 * </ul>
 */
public interface StackSource extends AutoCloseable {

    /** Where the content comes from, for people: a path, or an address without credentials. */
    String location();

    /**
     * Delivers the content as it is now.
     *
     * @throws SourceException where it cannot be had; a later call may succeed. Whatever else is thrown counts as a
     *     failure, too, and is reported as a defect of the plugin
     */
    Snapshot fetch() throws SourceException;

    /**
     * Gives the source an action to run when there may be something new, if it can see that by itself. It runs the action
     * from any thread, once for many changes that come together; the action returns at once and throws nothing. Called at
     * most once, before the first {@link #fetch}; the host asks at intervals all the same.
     */
    default void onChange(Runnable action) {}

    @Override
    void close();
}
