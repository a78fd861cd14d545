package io.devfile.registry.catalog.yaml;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one untrusted YAML document.
 *
 * <p>Plain scalars follow the core schema of YAML 1.2, so {@code yes}, {@code on} and dates are text. Anchors, aliases
 * and merge keys are supported. Keys that are not text are taken as the text with which they are written. The reader
 * refuses duplicate keys, tags that are not in the core schema, infinite numbers, more than one document, an empty
 * document, and everything above the limits. A tag never selects a Java type. Time and memory are proportional to the
 * limits for any input.
 *
 * <p>Stateless and safe to share between threads.
 */
public final class YamlReader {

    /** Each tab costs another parse. */
    private static final int MAX_TABS = 50;

    private final YamlLimits limits;

    /** A reader with {@link YamlLimits#DEFAULT}. */
    public YamlReader() {
        this(YamlLimits.DEFAULT);
    }

    /** A reader with the given limits. */
    public YamlReader(YamlLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads a document.
     *
     * @param bytes in UTF-8, with or without a byte order mark; not changed
     * @throws YamlReadException if the input is not a document as described above
     */
    public YamlDocument read(byte[] bytes) throws YamlReadException {
        String text = YamlText.decode(bytes, limits.codePoints());
        Node root = composeWithTabs(text);
        AliasExpansion.check(root, limits);
        Object value = new NodeValues().of(root);
        if (value == null) {
            throw empty();
        }
        return new YamlDocument(value, root, text);
    }

    /**
     * Tabs between tokens are valid YAML, but the parser rejects them; each tab at which it fails is replaced with a
     * space.
     */
    private Node composeWithTabs(String text) throws YamlReadException {
        StringBuilder changed = new StringBuilder(text);
        for (int i = 0; ; i++) {
            try {
                return compose(changed.toString());
            } catch (YamlReadException e) {
                if (i == MAX_TABS || !SeparatingTab.replace(changed, e.line(), e.column())) {
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
            // Errors about the parser's limits have no mark, and for a few malformed escapes it throws exceptions of
            // the JDK.
            throw SyntaxProblem.of(e, reader.getLine() + 1);
        }
        if (root == null) {
            throw empty();
        }
        return root;
    }

    private static YamlReadException empty() {
        return new YamlReadException("The file is empty, or has only comments; write a document into it.", 0, 0);
    }
}
