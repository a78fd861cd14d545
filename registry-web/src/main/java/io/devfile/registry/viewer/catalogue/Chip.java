package io.devfile.registry.viewer.catalogue;

/**
 * An active filter.
 *
 * @param label the kind of the filter
 * @param address of the catalogue without this filter
 */
public record Chip(String label, String value, String address) {}
