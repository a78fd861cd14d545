package io.devfile.registry.catalog.yaml;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** A document that cannot be read. The message says what is wrong and how to fix it, in sentences for its author. */
public final class YamlReadException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    YamlReadException(String message, int line, int column, @Nullable Throwable cause) {
        super(message, cause);
        this.line = line;
        this.column = column;
    }

    YamlReadException(String message, int line, int column) {
        this(message, line, column, null);
    }

    static YamlReadException at(Node node, String message) {
        Mark mark = node.getStartMark();
        return new YamlReadException(message, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Where the problem is. */
    public Position position() {
        return new Position(line, column);
    }

    /** Counted from 1; 0 if the error is about the document as a whole. */
    public int line() {
        return line;
    }

    /** In code points, counted from 1; 0 if the error is about the line or the document as a whole. */
    public int column() {
        return column;
    }
}
