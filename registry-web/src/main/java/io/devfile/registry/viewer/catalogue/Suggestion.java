package io.devfile.registry.viewer.catalogue;

/**
 * A suggestion if nothing was found: the same query without one filter.
 *
 * @param count how many entries that query finds; one or more
 */
public record Suggestion(String label, String value, String address, int count) {}
