package io.devfile.registry.fetch;

/** The way out. Implementations are thread-safe. */
interface Route {

    /**
     * A connection to a target, for whatever protocol.
     *
     * @return for the caller to close
     * @throws RefusedException where it may not or cannot be reached
     */
    Wire tunnel(HostPort target) throws RefusedException;

    /**
     * A connection that takes an HTTP request for a target.
     *
     * @return for the caller to close
     * @throws RefusedException where it may not or cannot be reached
     */
    Wire plain(HostPort target) throws RefusedException;

    /**
     * Looks whether a target may be reached, without reaching for it.
     *
     * @throws RefusedException where it may not, or nobody knows its address
     */
    void check(HostPort target) throws RefusedException;

    /** Whether a request over {@link #plain} names the target in full (RFC 9112, section 3.2.2). */
    boolean absoluteForm();
}
