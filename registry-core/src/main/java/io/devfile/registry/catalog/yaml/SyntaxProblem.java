package io.devfile.registry.catalog.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The syntax errors of the parser, and messages about them for the author. */
enum SyntaxProblem {
    TAB("\\t(TAB)", "A tab cannot indent or begin a value in YAML; use spaces."),
    NO_TOKEN("cannot start any token", "A value cannot begin with this character; put the value in quotes."),
    COLON_IN_VALUE(
            "mapping values are not allowed here",
            "A ':' is not expected here; put the value in quotes if it contains ': ', or correct the indentation."),
    LIST_ITEM(
            "sequence entries are not allowed here",
            "A '-' is not expected here; begin the list on a line of its own."),
    KEY("mapping keys are not allowed here", "A '?' is not expected here; put the value in quotes."),
    MISSING_COLON(
            "could not find expected ':'",
            "A ':' is missing after a key; add it, and check the indentation of the line above."),
    SECOND_DOCUMENT(
            "but found another document", "A second document begins here; keep only one, and remove the '---' line."),
    AFTER_END(
            "expected '<document start>'",
            "The document ends above, at a line with '...'; remove that line, or the text after it."),
    DOCUMENT_SEPARATOR(
            "unexpected document separator", "Quoted text is not closed before the end of the document; close it."),
    NO_END("unexpected end of stream", "Quoted text that begins earlier is not closed; add the closing quote."),
    NO_ANCHOR("undefined alias", "This alias has no anchor above it; define it with '&', or put the value in quotes."),
    NO_TAG_HANDLE("undefined tag handle", "This tag is not known; remove it, or put the value in quotes."),
    TAG("Global tag", "This tag is not supported; remove it and write plain YAML."),
    CODE_POINT("hexadecimal", "This escape needs more hexadecimal digits; complete it, or double the backslash."),
    ESCAPE("escape", "This escape does not exist; double the backslash, or use single quotes."),
    BLOCK_END(
            "expected <block end>",
            "This does not fit the structure around it; check that it is indented like the lines around it, and that no"
                    + " quote or bracket is missing."),
    FLOW_END("expected ',' or", "A ',' or the closing bracket is missing; add it."),
    BLOCK_SCALAR(
            "chomping or indentation",
            "After '|' or '>', only '+', '-' and a digit are allowed; begin the text on the next line."),
    NO_VALUE(
            "expected the node content",
            "A value is missing here, or begins with a special character; put it in quotes."),
    ALIASES("aliases for non-scalar nodes", "There are too many aliases; write out their content instead."),
    NODES(CountingComposer.TOO_MANY, "There are too many values up to here; make the document smaller."),
    DEPTH("Nesting Depth", "Mappings and lists are nested too deep; flatten them."),
    OTHER("", "This is not valid YAML; check the quotes, brackets and indentation here and above.");

    private final String phrase;
    private final String sentence;

    SyntaxProblem(String phrase, String sentence) {
        this.phrase = phrase;
        this.sentence = sentence;
    }

    static YamlReadException of(MarkedYAMLException e) {
        Mark mark = Optional.ofNullable(e.getProblemMark()).orElse(e.getContextMark());
        int line = mark == null ? 0 : mark.getLine() + 1;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        return new YamlReadException(in(String.valueOf(e.getProblem())).sentence, line, column, e);
    }

    static YamlReadException of(RuntimeException e, int line) {
        return new YamlReadException(in(String.valueOf(e.getMessage())).sentence, line, 0, e);
    }

    private static SyntaxProblem in(String message) {
        for (SyntaxProblem problem : values()) {
            if (message.contains(problem.phrase)) {
                return problem;
            }
        }
        return OTHER;
    }
}
