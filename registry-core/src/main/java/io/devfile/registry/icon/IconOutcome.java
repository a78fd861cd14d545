package io.devfile.registry.icon;

/** What became of one icon. */
sealed interface IconOutcome {

    /** It is here. */
    record Found(IconFile icon) implements IconOutcome {}

    /** It cannot be had, or should be looked after: sentences for the author of the content. */
    record Wrong(String problem) implements IconOutcome {}

    /** An older one is here, and should be looked after. */
    record Stale(IconFile icon, String problem) implements IconOutcome {}

    /** It is not here yet, or will not be, and nobody is at fault. */
    record Absent() implements IconOutcome {}
}
