package io.devfile.registry.viewer.catalogue;

/**
 * A filter that is in force.
 *
 * @param label of what kind it is
 * @param address of the catalogue without it
 */
public record Chip(String label, String value, String address) {}
