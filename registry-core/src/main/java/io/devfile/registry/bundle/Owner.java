package io.devfile.registry.bundle;

/**
 * What something in a bundle belongs to.
 *
 * @param entry a name
 * @param version empty for the entry itself
 */
record Owner(String entry, String version) {}
