package io.devfile.registry.catalog.yaml;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document of unknown origin.
 *
 * <p>Plain scalars follow the core schema of YAML 1.2, so {@code yes}, {@code on} and dates are text. Anchors, aliases
 * and merge keys work; keys that are no text are taken as the text that they are written with. Refused: keys that are
 * there twice, tags beyond the core schema, infinite numbers, more than one document, an empty one, and whatever goes
 * beyond the limits. No tag ever names a Java type. Time and memory are proportional to the limits, whatever the input.
 *
 * <p>Stateless and safe to share between threads.
 */
public final class YamlReader {

    /** Each costs another attempt. */
    private static final int MOST_TABS = 50;

    private final YamlLimits limits;

    /** A reader with {@link YamlLimits#DEFAULT}. */
    public YamlReader() {
        this(YamlLimits.DEFAULT);
    }

    /** A reader with limits of its own. */
    public YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a document.
     *
     * @param bytes in UTF-8, with a byte order mark or without; not changed
     * @throws YamlReadException for every input that is not a document as described above
     */
    public YamlDocument read(byte[] bytes) throws YamlReadException {
        String text = YamlText.decode(bytes, limits.codePoints());
        Node root = composeWithTabs(text);
        Expansion.check(root, limits);
        Object value = new NodeValues().of(root);
        if (value == null) {
            throw empty();
        }
        return new YamlDocument(value, root, text);
    }

    /** Tabs between tokens are valid YAML, but not for the parser; one that it fails at becomes a space. */
    private Node composeWithTabs(String text) throws YamlReadException {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; ; i++) {
            try {
                return compose(changed.toString());
            } catch (YamlReadException e) {
                if (i == MOST_TABS || !SeparatingTab.replace(changed, e.line(), e.column())) {
                    throw e;
                }
            }
        }
    }

    private Node compose(String text) throws YamlReadException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(limits.codePoints());
        options.setNestingDepthLimit(limits.depth());
        options.setMaxAliasesForCollections(limits.aliases());
        StreamReader reader = new StreamReader(text);
        Node root;
        try {
            root = new CountingComposer(reader, options, limits.nodes()).getSingleNode();
        } catch (MarkedYAMLException e) {
            throw SyntaxProblem.of(e);
        } catch (RuntimeException e) {
            // Its limits have no mark, and a few malformed escapes make it fail with what the JDK throws.
            throw SyntaxProblem.of(e, reader.getLine() + 1);
        }
        if (root == null) {
            throw empty();
        }
        return root;
    }

    private static YamlReadException empty() {
        return new YamlReadException("The file is empty, or has nothing but comments; write a document into it.", 0, 0);
    }
}
