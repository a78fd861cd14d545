package io.devfile.registry.sample;

/** Keeps content from being cleaned away between its being stored and its being known to be in use. */
@FunctionalInterface
public interface ContentLock {

    /** Runs a step that stores content and makes it known. */
    void reading(Runnable step);
}
