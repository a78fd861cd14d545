package io.devfile.registry.catalog.yaml;

/**
 * A position in a file.
 *
 * @param line counted from 1; 0 if it is not known
 * @param column in code points, counted from 1; 0 if it is not known
 */
public record Position(int line, int column) {

    /** A position that is not known. */
    public static final Position UNKNOWN = new Position(0, 0);
}
