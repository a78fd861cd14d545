package io.devfile.registry.remote;

/** Protects content from removal in the time between its storage and its first recorded use. */
@FunctionalInterface
public interface ContentLock {

    /** Runs a step that stores content and records its use. */
    void protect(Runnable step);
}
