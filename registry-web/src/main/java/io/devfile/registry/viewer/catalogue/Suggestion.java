package io.devfile.registry.viewer.catalogue;

/**
 * A way out where nothing was found: the same without one filter.
 *
 * @param count how many entries that gives; one or more
 */
public record Suggestion(String label, String value, String address, int count) {}
