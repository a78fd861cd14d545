package io.devfile.registry.catalog.finding;

import io.devfile.registry.catalog.yaml.Position;

/**
 * The place in the content that a finding is about.
 *
 * @param source the name of the source
 * @param file relative to the source's root, with {@code /}; empty if the finding is about the source as a whole
 * @param pointer a JSON pointer (RFC 6901) into the file; empty for the whole file
 * @param position in the file
 */
public record Place(String source, String file, String pointer, Position position) {

    /** {@code source: file:line (pointer)}, without the parts that are unknown. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (!file.isEmpty()) {
            text.append(": ").append(file);
        }
        if (position.line() > 0) {
            text.append(':').append(position.line());
        }
        if (!pointer.isEmpty()) {
            text.append(" (").append(pointer).append(')');
        }
        return text.toString();
    }
}
