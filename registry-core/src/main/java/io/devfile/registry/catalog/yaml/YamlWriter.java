package io.devfile.registry.catalog.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Represent;
import org.yaml.snakeyaml.representer.Representer;

/** Writes documents that {@link YamlReader} reads as the same values. The same values give the same bytes. */
public final class YamlWriter {

    private YamlWriter() {}

    /**
     * Writes a mapping as a document.
     *
     * @param value consists of maps with text as keys, lists, and the scalars of {@link YamlDocument#value()}
     */
    public static byte[] write(Map<String, ? extends @Nullable Object> value) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setIndicatorIndent(2);
        options.setIndent(4);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        // a value that occurs again is written in full, not as an alias
        options.setDereferenceAliases(true);
        Yaml yaml =
                new Yaml(new SafeConstructor(new LoaderOptions()), new SafeLines(options), options, new CoreSchema());
        return yaml.dump(value).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Escapes the line breaks of Unicode, which a YAML reader would take for line feeds in a block scalar, and quotes
     * lines that begin with white space, for which the library writes a wrong indentation in lists.
     */
    private static final class SafeLines extends Representer {

        private static final String BREAKS = "\u0085\u2028\u2029";

        SafeLines(DumperOptions options) {
            super(options);
            Represent usual = representers.get(String.class);
            representers.put(
                    String.class,
                    text -> isSafe(text.toString())
                            ? usual.representData(text)
                            : representScalar(Tag.STR, text.toString(), DumperOptions.ScalarStyle.DOUBLE_QUOTED));
        }

        private static boolean isSafe(String text) {
            boolean indented = text.indexOf('\n') >= 0 && Character.isWhitespace(text.charAt(0));
            return !indented && text.chars().noneMatch(c -> BREAKS.indexOf(c) >= 0);
        }
    }
}
