package io.devfile.registry.bundle;

/**
 * The entry or version that an item of a bundle belongs to.
 *
 * @param entry the name of the entry
 * @param version empty for the entry itself
 */
record Owner(String entry, String version) {}
