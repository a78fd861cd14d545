package io.devfile.registry.bundle;

/**
 * Something that clients need, or may need, and that a bundle does not have.
 *
 * @param entry the name of the entry that it belongs to
 * @param version empty for what belongs to the entry itself
 * @param what its name or address
 * @param reason why it is not there, as sentences for the operator; fit for clients
 */
public record Missing(Kind kind, String entry, String version, String what, String reason) {

    /** What is missing. */
    public enum Kind {
        DEVFILE("devfile"),
        STARTER_PROJECT("starter project"),
        ICON("icon"),
        PARENT("parent"),
        FILE("file");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** As it is called in reports. */
        public String title() {
            return title;
        }
    }
}
