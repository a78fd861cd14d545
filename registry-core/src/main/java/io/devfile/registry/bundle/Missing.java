package io.devfile.registry.bundle;

/**
 * An item that clients need, or may need, and that a bundle does not contain.
 *
 * @param entry the name of the entry that it belongs to
 * @param version empty if the item belongs to the entry itself
 * @param what its name or address
 * @param reason why the item is not included, as sentences for the operator; safe for clients
 */
public record Missing(Kind kind, String entry, String version, String what, String reason) {

    /** The kind of a missing item. */
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

        /** The name of the kind in reports. */
        public String title() {
            return title;
        }
    }
}
