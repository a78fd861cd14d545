package io.devfile.registry.viewer;

/**
 * Content as it is sent to clients. The array is shared: callers must not change it.
 *
 * @param type the value of Content-Type
 */
record Content(String type, byte[] bytes) {}
