package io.devfile.registry.icon;

/** The result for one icon. */
sealed interface IconOutcome {

    /** The icon is available. */
    record Found(IconFile icon) implements IconOutcome {}

    /** The icon cannot be used; the problem is described in sentences for the author of the content. */
    record Wrong(String problem) implements IconOutcome {}

    /** An older icon is available, and the address should be corrected. */
    record Stale(IconFile icon, String problem) implements IconOutcome {}

    /** The icon is not available, or not yet, but the content has no error. */
    record Absent() implements IconOutcome {}
}
