package io.devfile.registry.fetch;

/**
 * Why there is no connection.
 *
 * @param reason continuing the word "but", for people: it names what was asked for and nothing of the inside of a network
 *     that content does not know already
 */
record Refusal(Cause cause, String reason) {

    /** Whose doing it is, with the status that says so to a client of the proxy. */
    enum Cause {
        /** It is not a request that this proxy understands. */
        MALFORMED("400 Bad Request"),
        /** The client has not shown that it belongs to this process. */
        STRANGER("407 Proxy Authentication Required"),
        /** It may not be reached. */
        POLICY("403 Forbidden"),
        /** It cannot be reached, or does not speak HTTP. */
        UNREACHABLE("502 Bad Gateway"),
        /** It does not answer in time. */
        TIMED_OUT("504 Gateway Timeout");

        private final String status;

        Cause(String status) {
            this.status = status;
        }

        String status() {
            return status;
        }
    }

    static RefusedException malformed(String reason) {
        return new RefusedException(new Refusal(Cause.MALFORMED, reason));
    }

    static RefusedException stranger() {
        return new RefusedException(new Refusal(Cause.STRANGER, "this proxy is for the registry's own process"));
    }

    static RefusedException policy(String reason) {
        return new RefusedException(new Refusal(Cause.POLICY, reason));
    }

    static RefusedException unreachable(String reason) {
        return new RefusedException(new Refusal(Cause.UNREACHABLE, reason));
    }

    static RefusedException timedOut(String reason) {
        return new RefusedException(new Refusal(Cause.TIMED_OUT, reason));
    }
}
